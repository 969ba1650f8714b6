package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.catalog.Rates;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BucketTest {

    /// 10 requests and 100 events a second, two seconds' worth at once.
    private static final ShardRates RATES = new ShardRates(new Rates(10, 100, 2, 1_000), 1);

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Tokens WHOLE = new Tokens(20, 200);

    private static Bucket.Taken take(Bucket bucket, Tokens need, Tokens want, Instant now) {
        return bucket.take(RATES, need, want, 0, now);
    }

    private static Bucket empty() {
        return take(Bucket.FULL, WHOLE, WHOLE, NOON).bucket();
    }

    @Test
    void aFullOneGivesItsBurstAndNoEventMore() {
        assertThat(take(Bucket.FULL, WHOLE, WHOLE, NOON).allowance()).isEqualTo(new Allowance.Granted(WHOLE));
        assertThat(take(Bucket.FULL, new Tokens(1, 201), WHOLE, NOON).allowance())
                .isInstanceOf(Allowance.TooFast.class);
        assertThat(take(Bucket.FULL, new Tokens(21, 1), WHOLE, NOON).allowance())
                .isInstanceOf(Allowance.TooFast.class);
    }

    @Test
    void itGivesWhatIsWantedAsFarAsItGoesAndNeverLessThanIsNeeded() {
        Tokens need = new Tokens(1, 20);

        assertThat(take(Bucket.FULL, need, new Tokens(5, 10), NOON).allowance())
                .isEqualTo(new Allowance.Granted(new Tokens(5, 20)));
        assertThat(take(Bucket.FULL, need, new Tokens(500, 5_000), NOON).allowance())
                .isEqualTo(new Allowance.Granted(WHOLE));
    }

    @Test
    void anEmptyOneSaysWhenItWillHaveEnough() {
        Tokens need = new Tokens(1, 20);

        Allowance.TooFast refused =
                (Allowance.TooFast) take(empty(), need, need, NOON).allowance();

        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(200));
        assertThat(take(empty(), need, need, NOON.plusMillis(199)).allowance()).isInstanceOf(Allowance.TooFast.class);
        assertThat(take(empty(), need, need, NOON.plusMillis(200)).allowance()).isEqualTo(new Allowance.Granted(need));
    }

    @Test
    void itIsFullAgainAfterItsBurstAndNoFullerLater() {
        assertThat(take(empty(), WHOLE, WHOLE, NOON.plusMillis(1_999)).allowance())
                .isInstanceOf(Allowance.TooFast.class);
        assertThat(take(empty(), WHOLE, WHOLE, NOON.plusSeconds(2)).allowance())
                .isEqualTo(new Allowance.Granted(WHOLE));
        assertThat(take(empty(), new Tokens(1, 201), WHOLE, NOON.plusSeconds(3_600))
                        .allowance())
                .isInstanceOf(Allowance.TooFast.class);
    }

    @Test
    void aDayTakesItsLastEventAndNotOneMoreUntilMidnight() {
        Tokens one = new Tokens(1, 1);
        Instant late = Instant.parse("2026-11-21T23:59:30Z");

        Bucket almost = Bucket.FULL.take(RATES, one, one, 999, late).bucket();

        assertThat(almost.used()).isEqualTo(999);
        assertThat(almost.take(RATES, one, one, 0, late).allowance()).isInstanceOf(Allowance.Granted.class);
        assertThat(almost.take(RATES, one, one, 1, late).allowance())
                .isEqualTo(new Allowance.UsedUp(Duration.ofSeconds(30)));
        assertThat(almost.take(RATES, one, one, 0, late.plusSeconds(30)).bucket())
                .returns(0L, Bucket::used);
    }

    @Test
    void anItemIsReadAsItWasWritten() {
        assertThat(Bucket.of(empty().item())).isEqualTo(empty());
    }
}
