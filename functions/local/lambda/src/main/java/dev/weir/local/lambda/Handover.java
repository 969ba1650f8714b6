package dev.weir.local.lambda;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One invocation on its way through one process. The first outcome holds, later ones are ignored.
final class Handover {

    private final String requestId;
    private final byte[] payload;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();

    Handover(String requestId, byte[] payload) {
        this.requestId = requestId;
        this.payload = payload;
    }

    String requestId() {
        return requestId;
    }

    byte[] payload() {
        return payload;
    }

    /// Claims it for delivery; false when the process has been given up meanwhile.
    boolean take() {
        boolean mine = taken.compareAndSet(false, true);
        started.countDown();
        return mine;
    }

    void settle(Invocation invocation) {
        end(new Outcome.Settled(invocation));
    }

    /// The process did not get the whole of it.
    void undelivered(Invocation.Failed reason) {
        end(new Outcome.Undelivered(reason));
    }

    /// The process is gone: whoever has claimed it has failed, an unclaimed one is free again.
    void abandon(Invocation.Failed reason) {
        if (taken.compareAndSet(false, true)) {
            undelivered(reason);
        } else {
            settle(reason);
        }
        started.countDown();
    }

    boolean awaitStart(Duration longest) throws InterruptedException {
        return started.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean awaitEnd(Duration longest) throws InterruptedException {
        return ended.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    Outcome outcome() {
        Outcome known = outcome.get();
        if (known == null) {
            throw new IllegalStateException("the invocation has not ended");
        }
        return known;
    }

    private void end(Outcome how) {
        if (outcome.compareAndSet(null, how)) {
            ended.countDown();
        }
    }
}
