package dev.weir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// The budget of validation, held loosely: where the compiler of a busy JVM is late, ratios are twice what they become.
/// The figures are in `docs/performance.md`.
class ValidationCostTest {

    private static final int AT_ONCE = 1_000;
    private static final int ROUNDS = 40;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final EventSteps event = new EventSteps();
    private Object last = event;

    /// It takes about as long.
    @Test
    void anEventTakesNoMoreThanFourTimesAsLongToValidateAsToRead() {
        assertThat(ratio(event::validate, event::read)).isLessThan(4);
    }

    /// It takes a sixth.
    @Test
    void aRightEventTakesLessThanTwoThirdsOfWhatTheLibraryTakes() {
        assertThat(ratio(event::schemas, event::schemasByLibrary)).isLessThan(0.66);
    }

    /// CPU time of this thread, so that others do not count. In turns, so that a slow machine is slow for both; the
    /// best
    /// round of each counts, because the first ones warm up and nothing makes code faster than it is.
    private double ratio(Supplier<? extends Object> one, Supplier<? extends Object> other) {
        long first = Long.MAX_VALUE;
        long second = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            first = Math.min(first, nanoseconds(one));
            second = Math.min(second, nanoseconds(other));
        }
        return (double) first / second;
    }

    private long nanoseconds(Supplier<? extends Object> step) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < AT_ONCE; i++) {
            last = step.get();
        }
        assertThat(last).isNotNull();
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
