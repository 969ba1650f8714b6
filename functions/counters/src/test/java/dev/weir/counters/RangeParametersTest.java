package dev.weir.counters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.counters.RangeParameters.Read;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeParametersTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RangeParameters parameters = new RangeParameters(Counters.CLOCK);

    @Test
    void withoutAnyItIsTheLastHour() {
        assertThat(parameters.read(Map.of(), MINUTE)).isEqualTo(range("2026-02-08T14:00:00Z", "2026-02-08T15:00:00Z"));
    }

    @Test
    void withAnEndOnlyItIsTheHourBefore() {
        assertThat(parameters.read(Map.of("to", "2026-02-07T10:30:00Z"), MINUTE))
                .isEqualTo(range("2026-02-07T09:30:00Z", "2026-02-07T10:30:00Z"));
    }

    @Test
    void theLastHourIsNotMoreWindowsThanMayBeAskedFor() {
        assertThat(parameters.read(Map.of(), Duration.ofSeconds(1)))
                .isEqualTo(range("2026-02-08T14:36:00Z", "2026-02-08T15:00:00Z"));
    }

    @Test
    void aDayOfMinutesIsTheMost() {
        assertThat(read("2026-02-07T00:00:00Z", "2026-02-08T00:00:00Z"))
                .isEqualTo(range("2026-02-07T00:00:00Z", "2026-02-08T00:00:00Z"));
        assertThat(read("2026-02-07T00:00:00Z", "2026-02-08T00:00:00.001Z"))
                .isEqualTo(new Read.Wrong("from", "is more than 1440 windows of PT1M before 'to'"));
    }

    @Test
    void anEmptyOrBackwardRangeIsRefused() {
        assertThat(read("2026-02-07T00:00:00Z", "2026-02-07T00:00:00Z"))
                .isEqualTo(new Read.Wrong("from", "is not before 'to'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2026-02-08", "1770000000", "+12026-02-08T14:00:00Z", "1969-12-31T23:59:59Z"})
    void whatIsNoInstantOfOurTimeIsRefusedByName(String text) {
        assertThat(parameters.read(Map.of("from", text), MINUTE))
                .isEqualTo(new Read.Wrong("from", "is not an instant such as 2026-02-08T14:00:00Z"));
        assertThat(parameters.read(Map.of("to", text), MINUTE))
                .isEqualTo(new Read.Wrong("to", "is not an instant such as 2026-02-08T15:00:00Z"));
    }

    private Read read(String from, String to) {
        return parameters.read(Map.of("from", from, "to", to), MINUTE);
    }

    private static Read range(String from, String to) {
        return new Read.Range(new TimeRange(Instant.parse(from), Instant.parse(to)));
    }
}
