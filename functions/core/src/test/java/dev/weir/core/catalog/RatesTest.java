package dev.weir.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

    @Test
    void replacesWhatIsNamedAndKeepsTheRest() {
        assertThat(Rates.DEFAULT.with(Map.of("burst_seconds", 3L, "events_per_day", 12L)))
                .isEqualTo(new Rates(1_000, 10_000, 3, 12));
    }

    @ParameterizedTest
    @CsvSource({
        "requests_per_second,0",
        "requests_per_second,1000001",
        "events_per_second,-1",
        "events_per_second,4294967297",
        "burst_seconds,3601",
        "events_per_day,0",
        "events_per_day,1000000000001"
    })
    void refusesANumberOutOfItsRange(String name, long number) {
        assertThatThrownBy(() -> Rates.DEFAULT.with(Map.of(name, number)))
                .hasMessageStartingWith("'" + name + "' must be a whole number from 1 to ");
    }

    @Test
    void refusesANameThatIsNoLimit() {
        assertThatThrownBy(() -> Rates.DEFAULT.with(Map.of("per_hour", 1L)))
                .hasMessage("limits are burst_seconds, events_per_day, events_per_second, requests_per_second");
    }

    @Test
    void aBurstHoldsTheLargestRequestOrIsRefused() {
        Rates twenty = new Rates(1, 2, 10, 1);

        assertThat(twenty.holding(20)).isSameAs(twenty);
        assertThatThrownBy(() -> twenty.holding(21))
                .hasMessage(
                        "'events_per_second' times 'burst_seconds' is less than the 21 events that one request may have");
    }
}
