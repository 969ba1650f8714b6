package dev.weir.local.mapping;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A running event source mapping: one poller per shard.
public final class EventSourceMapping implements AutoCloseable {

    /// How long a running invocation may take to end when the mapping is closed.
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final List<Thread> pollers;
    private final CountDownLatch stop;

    EventSourceMapping(List<Thread> pollers, CountDownLatch stop) {
        this.pollers = pollers;
        this.stop = stop;
    }

    /// Stops reading and lets running invocations end; what has not ended within 20 seconds is
    /// interrupted, and delivered again at the next start.
    @Override
    public void close() {
        stop.countDown();
        long deadline = System.nanoTime() + GRACE.toNanos();
        try {
            for (Thread poller : pollers) {
                poller.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pollers.forEach(Thread::interrupt);
        }
    }
}
