package dev.weir.counters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.event.FlatEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CombinationTest {

    private static final Instant TIME = Instant.parse("2026-02-08T14:03:00Z");

    @Test
    void takesFieldsAndPropertiesAsText() {
        assertThat(of("ios", "platform", "schema_version", "properties.launch_type", "properties.attempt"))
                .isEqualTo(new Combination("[\"ios\",\"1\",\"cold\",\"2\"]"));
    }

    @Test
    void whatAnEventDoesNotHaveIsNull() {
        Combination combination = of("ios", "country", "properties.unknown");

        assertThat(combination).isEqualTo(new Combination("[null,null]"));
        assertThat(combination.values(2)).containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void valuesCannotBeMistakenForTwo() {
        assertThat(of("ios\",\"tv", "platform").values(1)).containsExactly(Optional.of("ios\",\"tv"));
    }

    @Test
    void oneOfExactlyTheMostBytesIsItsOwnAndALongerOneIsNot() {
        String longest = "é".repeat((Combination.MAX_BYTES - 4) / 2);

        assertThat(of(longest, "platform").values(1)).containsExactly(Optional.of(longest));
        assertThat(of(longest + "x", "platform")).isEqualTo(Combination.OTHER);
    }

    @Test
    void oneOfAnotherNumberOfDimensionsIsOther() {
        assertThat(new Combination("[\"ios\"]").values(2))
                .containsExactly(Optional.of("~other"), Optional.of("~other"));
        assertThat(Combination.OTHER.values(1)).containsExactly(Optional.of("~other"));
    }

    private static Combination of(String platform, String... by) {
        return Combination.of(FlatEvent.of(Events.event("app.launch", platform, TIME)), List.of(by));
    }
}
