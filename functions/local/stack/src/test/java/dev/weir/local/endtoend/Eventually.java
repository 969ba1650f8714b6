package dev.weir.local.endtoend;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits for what the pipeline does in its own time, never longer than it promises to take.
final class Eventually {

    /// Everything accepted can be queried within this.
    static final Duration QUERYABLE = Duration.ofSeconds(60);

    private Eventually() {}

    /// Asks until the answer is at least what is wanted, and returns it; what it was at the end of the time otherwise.
    static long reaches(long wanted, Callable<Long> question) throws Exception {
        long deadline = System.nanoTime() + QUERYABLE.toNanos();
        long answer = question.call();
        while (answer < wanted && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            answer = question.call();
        }
        return answer;
    }
}
