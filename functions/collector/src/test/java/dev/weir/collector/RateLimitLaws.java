package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.catalog.Rates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Instances under simulated time, with demand below, at and far above the limit.
class RateLimitLaws {

    private record Passed(Instant at, int events) {}

    /// @param asked events that wanted to pass
    private record Demand(long asked, List<Passed> passed) {}

    /// What is promised: in any time `t`, no more than the rate allows in `t`, a burst and the time of a lease, and
    /// what
    /// instances let pass unasked.
    @Property(tries = 60)
    void nothingPassesBeyondTheLimitAndItsBound(
            @ForAll @IntRange(min = 1, max = 30) int instances,
            @ForAll @IntRange(min = 50, max = 100_000) int eventsPerSecond,
            @ForAll @IntRange(min = 1, max = 10) int burst,
            @ForAll @IntRange(min = 20, max = 400) int percentOfTheLimit,
            @ForAll long seed) {
        Rates rates = new Rates(eventsPerSecond, eventsPerSecond, burst, 1_000_000_000_000L);
        List<Passed> passed = run(instances, rates, percentOfTheLimit, seed).passed();

        long unasked = instances * Meter.unaskedOf(new ShardRates(rates, 1)).events();
        for (int seconds : List.of(1, 5, 20)) {
            double windows = seconds / (double) Meter.LEASE.toSeconds() + 2;
            double bound = (double) eventsPerSecond * (seconds + burst + Meter.LEASE.toSeconds()) + unasked * windows;
            assertThat((double) most(passed, Duration.ofSeconds(seconds))).isLessThanOrEqualTo(bound);
        }
    }

    /// And what is not promised, but wanted: that a limit is not the less for being shared.
    @Property(tries = 20)
    void whatIsBelowTheLimitPasses(@ForAll @IntRange(min = 1, max = 30) int instances, @ForAll long seed) {
        Rates rates = new Rates(50_000, 20_000, 10, 1_000_000_000_000L);

        Demand demand = run(instances, rates, 50, seed);
        assertThat(sum(demand.passed())).isGreaterThanOrEqualTo(demand.asked() * 99 / 100);
    }

    @Property(tries = 20)
    void atLeastNineTenthsOfTheLimitPassWhereMoreIsAsked(
            @ForAll @IntRange(min = 1, max = 30) int instances, @ForAll long seed) {
        Rates rates = new Rates(50_000, 20_000, 10, 1_000_000_000_000L);

        assertThat(sum(run(instances, rates, 300, seed).passed())).isGreaterThan(20_000L * 30 * 9 / 10);
    }

    /// Half a minute of batches of about 20 events, at random times, each at a random instance.
    private static Demand run(int count, Rates rates, int percent, long seed) {
        TestClock clock = new TestClock();
        Instances instances = Instances.of(count, rates, clock);
        SplittableRandom random = new SplittableRandom(seed);
        List<Passed> passed = new ArrayList<>();
        long asked = 0;
        long gap = 20_000_000L * 100 / ((long) rates.eventsPerSecond() * percent);
        int scale = gap < 500 ? 20 : 1;
        Instant end = clock.instant().plusSeconds(30);
        while (clock.instant().isBefore(end)) {
            clock.advance(Duration.ofNanos(1_000 * random.nextLong(2 * Math.max(1, gap) * scale + 1)));
            int instance = random.nextInt(count);
            for (int i = 0; i < scale; i++) {
                asked += 20;
                if (instances.passes(instance, 20)) {
                    passed.add(new Passed(clock.instant(), 20));
                }
            }
        }
        return new Demand(asked, passed);
    }

    private static long sum(List<Passed> passed) {
        return passed.stream().mapToLong(Passed::events).sum();
    }

    private static long most(List<Passed> passed, Duration window) {
        Deque<Passed> within = new ArrayDeque<>();
        long sum = 0;
        long most = 0;
        for (Passed now : passed) {
            within.add(now);
            sum += now.events();
            while (within.element().at().isBefore(now.at().minus(window))) {
                sum -= within.remove().events();
            }
            most = Math.max(most, sum);
        }
        return most;
    }
}
