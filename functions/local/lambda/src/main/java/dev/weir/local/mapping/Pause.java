package dev.weir.local.mapping;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits between tries, and ends the wait when the mapping is stopped.
record Pause(Backoff backoff, CountDownLatch stop) {

    boolean stopped() {
        return stop.getCount() == 0;
    }

    void before(int tries) throws InterruptedException {
        stop.await(backoff.after(tries).toMillis(), TimeUnit.MILLISECONDS);
    }
}
