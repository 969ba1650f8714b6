package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.catalog.Limits;
import dev.weir.core.catalog.Rates;
import dev.weir.core.event.Claims;
import dev.weir.core.intake.KeyTerms;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final Rates SMALL = new Rates(10, 100, 2, 1_000);
    private static final Rates LARGE = new Rates(5_000, 50_000, 10, 1_000_000_000);

    private final TestClock clock = new TestClock();

    @Test
    void aQuietCredentialCostsNoCall() {
        Instances instances = Instances.of(1, LARGE, clock);

        for (int minute = 0; minute < 60; minute++) {
            assertThat(instances.passes(0, 10)).isTrue();
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(instances.dynamo().calls()).isZero();
    }

    @Test
    void aBusyInstanceAsksForOneRequestInAHundred() {
        Instances instances = Instances.of(1, LARGE, clock);

        int requests = 0;
        for (; requests < 6_000; requests++) {
            assertThat(instances.passes(0, 20)).isTrue();
            clock.advance(Duration.ofMillis(10));
        }

        assertThat(instances.dynamo().calls()).isBetween(6, 60);
    }

    @Test
    void whatIsTooMuchIsRefusedWithoutFurtherCalls() {
        Instances instances = Instances.of(1, SMALL, clock);
        long passed =
                IntStream.range(0, 15).filter(_ -> instances.passes(0, 20)).count();
        int calls = instances.dynamo().calls();

        assertThat(passed).isEqualTo(10);
        assertThat(IntStream.range(0, 1_000)
                        .filter(_ -> instances.passes(0, 20))
                        .count())
                .isZero();
        assertThat(instances.dynamo().calls()).isEqualTo(calls);
    }

    @Test
    void whoWaitsAsLongAsToldPasses() {
        Instances instances = Instances.of(1, SMALL, clock);
        IntStream.range(0, 10).forEach(_ -> instances.passes(0, 20));

        Allowance.TooFast refused = (Allowance.TooFast) instances.ask(0, 20);

        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        clock.advance(refused.retryAfter());
        assertThat(instances.passes(0, 20)).isTrue();
    }

    @Test
    void aDayEndsAtMidnight() {
        Instances instances = Instances.of(1, SMALL, clock);
        int passed = 0;
        for (int second = 0; second < 60; second++) {
            passed += instances.passes(0, 20) ? 20 : 0;
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(passed).isEqualTo(1_000);
        assertThat(((Allowance.UsedUp) instances.ask(0, 20)).retryAfter())
                .isEqualTo(Duration.ofHours(12).minusMinutes(1));
        clock.advance(Duration.ofHours(12).minusMinutes(1));
        assertThat(instances.passes(0, 20)).isTrue();
    }

    @Test
    void aSmallQuotaIsAskedForEvenWhereTheRateIsLarge() {
        Instances instances = Instances.of(1, new Rates(5_000, 50_000, 10, 10_000), clock);

        int passed = 0;
        for (int request = 0; request < 1_000; request++) {
            passed += instances.passes(0, 20) ? 20 : 0;
            clock.advance(Duration.ofSeconds(11));
        }

        assertThat(passed).isBetween(9_000, 10_000);
    }

    @Test
    void everythingPassesWhileTheTableIsOutOfReachAndItIsLeftAlone() {
        Instances instances = Instances.of(1, SMALL, clock);
        instances.dynamo().fails();
        try (Log log = Log.listen()) {
            assertThat(IntStream.range(0, 100).allMatch(_ -> instances.passes(0, 20)))
                    .isTrue();

            assertThat(instances.dynamo().calls()).isEqualTo(1);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("rate limits not checked for 5 seconds product=shop reason=DynamoDbException")
                    .doesNotContain("canary");
        }
        instances.dynamo().works();
        clock.advance(Duration.ofSeconds(5));
        assertThat(IntStream.range(0, 100).filter(_ -> instances.passes(0, 20)).count())
                .isEqualTo(10);
    }

    @Test
    void aCredentialMayHaveLimitsOfItsOwn() {
        RateLimits limits = Instances.of(1, SMALL, clock).all().getFirst();
        Limits product = new Limits(20, 1, 1, Duration.ZERO, SMALL);
        Caller favoured = new Caller(
                Instances.CALLER.credential(),
                Claims.NONE,
                "favoured",
                new KeyTerms(Set.of(), Map.of("events_per_second", 200L)));

        assertThat(IntStream.range(0, 15)
                        .filter(_ -> limits.ask(favoured, product, 20) instanceof Allowance.Granted)
                        .count())
                .isEqualTo(15);
        assertThat(IntStream.range(0, 15)
                        .filter(_ -> limits.ask(Instances.CALLER, product, 20) instanceof Allowance.Granted)
                        .count())
                .isEqualTo(10);
    }

    @Test
    void itemsNameNoCredential() {
        Instances instances = Instances.of(1, SMALL, clock);
        instances.passes(0, 20);

        assertThat(instances.dynamo().items())
                .singleElement()
                .asString()
                .contains("rate#")
                .doesNotContain("credential", "shop", "acme");
    }

    @Test
    void anItemThatWasDeletedIsMadeAnew() {
        Instances instances = Instances.of(1, SMALL, clock);
        instances.passes(0, 20);
        instances.dynamo().items().forEach(item -> instances.dynamo().delete(FakeDynamo.key(item)));

        assertThat(instances.passes(0, 20)).isTrue();
    }
}
