package dev.weir.local.gateway;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Lets requests in until the end, and then waits for those that are inside. (The JDK server's own
/// delayed stop waits for requests that were cut off as well, which never end.)
final class OpeningHours {

    private final ReentrantReadWriteLock door = new ReentrantReadWriteLock();

    /// True when the request may go on; it must then [#leave].
    boolean enter() {
        return door.readLock().tryLock();
    }

    void leave() {
        door.readLock().unlock();
    }

    /// Nobody enters any more once those inside have left, or `longest` has passed.
    void end(Duration longest) {
        try {
            door.writeLock().tryLock(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
