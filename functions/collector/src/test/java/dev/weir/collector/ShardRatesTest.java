package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.catalog.Rates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardRatesTest {

    @ParameterizedTest
    @CsvSource({
        "5000,50000,10,20,10",
        "5000,1000000,10,20,16",
        "100,100,10,20,1",
        "100,9999,10,20,1",
        "100,10000,10,20,2",
        "100,10000,1,2500,2",
        "100,10000,1,2501,1",
        "100,10000,1,1000000,1",
        "1,10000,1,20,1"
    })
    void thereAreAsManyAsTheRateNeedsAndEachHoldsTwoOfTheLargestRequests(
            int requests, int events, int burst, int largest, int shards) {
        assertThat(ShardRates.of(new Rates(requests, events, burst, 1_000_000), largest)
                        .shards())
                .isEqualTo(shards);
    }

    @Test
    void allShardsTogetherHoldNoMoreThanTheBurst() {
        ShardRates rates = new ShardRates(new Rates(7, 100, 3, 1_000), 16);

        assertThat(16 * rates.capacity().events()).isBetween(280L, 300L);
        assertThat(16 * rates.capacity().requests()).isBetween(1L, 21L);
        assertThat(16 * rates.eventsPerDay()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void whatIsTakenIsNeverCheaperThanItsRate() {
        ShardRates rates = new ShardRates(new Rates(3, 7, 3, 1_000), 1);

        assertThat(rates.requestMicros(1)).isEqualTo(333_334);
        assertThat(rates.eventMicros(2)).isEqualTo(285_715);
    }
}
