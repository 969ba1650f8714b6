package dev.weir.local.lambda;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Invokes functions at a rate, as EventBridge does: for the first time after the rate has passed once.
/// An invocation that fails is told of, and the next is made all the same.
public final class Schedule implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("schedule").factory());
    private final Invoker invoker;
    private final Consumer<String> trouble;

    /// @param trouble is told in a line what failed
    public Schedule(Invoker invoker, Consumer<String> trouble) {
        this.invoker = invoker;
        this.trouble = trouble;
    }

    /// One rule.
    ///
    /// @param payload what the function gets each time
    public record Rule(String function, byte[] payload, Duration rate) {

        /// @throws IllegalArgumentException if the rate is not positive
        public Rule {
            if (rate.isZero() || rate.isNegative()) {
                throw new IllegalArgumentException("the rate of " + function + " is not positive");
            }
        }

        @Override
        public String toString() {
            return "Rule[" + function + " every " + rate + "]";
        }
    }

    public Schedule add(Rule rule) {
        long nanos = rule.rate().toNanos();
        var _ = timer.scheduleAtFixedRate(() -> invoke(rule), nanos, nanos, TimeUnit.NANOSECONDS);
        return this;
    }

    private void invoke(Rule rule) {
        try {
            if (invoker.invoke(rule.function(), rule.payload()) instanceof Invocation.Failed failed) {
                trouble.accept("scheduled " + rule.function() + " failed: " + failed.type());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            trouble.accept(
                    "scheduled " + rule.function() + " failed: " + e.getClass().getSimpleName());
        }
    }

    /// Lets no further invocation begin.
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
