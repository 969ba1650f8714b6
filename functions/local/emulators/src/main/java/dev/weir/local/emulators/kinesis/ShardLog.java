package dev.weir.local.emulators.kinesis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// A shard's records in the order they came, for many readers and writers. What `append` returned for is in the
/// operating system's hands: it survives the death of this process.
final class ShardLog implements AutoCloseable {
    private final Segments segments;
    private final Clock clock;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Condition appended = lock.writeLock().newCondition();
    private long latest;
    private boolean closed;

    private ShardLog(Segments segments, Clock clock) {
        this.segments = segments;
        this.clock = clock;
        this.latest = segments.latestArrival();
    }

    static void create(Path folder) throws IOException {
        Files.createDirectories(folder);
        Segment.create(folder, 0);
    }

    static ShardLog open(Path folder, KinesisSettings settings, Clock clock) throws IOException {
        return new ShardLog(Segments.open(folder, settings), clock);
    }

    /// Puts the record behind all others, no earlier than the one before it, whatever the clock says.
    Appended append(String key, byte[] data) throws IOException {
        lock.writeLock().lock();
        try {
            if (closed) {
                throw new IOException("the log is closed");
            }
            segments.dropExpired(clock.millis());
            latest = Math.max(clock.millis(), latest);
            long index = segments.append(Frame.encode(latest, key, data), latest);
            appended.signalAll();
            return new Appended(index, latest);
        } finally {
            lock.writeLock().unlock();
        }
    }

    record Appended(long index, long arrival) {}

    /// Records from a place on, or from the oldest kept if that is later: at least one where there is one, at most as
    /// many as fit both limits.
    List<StoredRecord> read(long from, int maxRecords, int maxBytes) throws IOException {
        dropExpired();
        lock.readLock().lock();
        try {
            return segments.read(from, maxRecords, maxBytes);
        } finally {
            lock.readLock().unlock();
        }
    }

    long next() {
        lock.readLock().lock();
        try {
            return segments.next();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// The place of the first record that arrived then or later.
    long firstSince(long millis) throws IOException {
        lock.readLock().lock();
        try {
            return segments.firstSince(millis);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Waits until there is a record at that place, and returns whether there is one.
    boolean awaitPast(long index, Duration timeout) throws InterruptedException {
        lock.writeLock().lockInterruptibly();
        try {
            long left = timeout.toNanos();
            while (segments.next() <= index && !closed && left > 0) {
                left = appended.awaitNanos(left);
            }
            return segments.next() > index;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.writeLock().lock();
        try {
            closed = true;
            appended.signalAll();
            segments.close();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void dropExpired() throws IOException {
        if (!anyExpired()) {
            return;
        }
        lock.writeLock().lock();
        try {
            segments.dropExpired(clock.millis());
        } finally {
            lock.writeLock().unlock();
        }
    }

    private boolean anyExpired() {
        lock.readLock().lock();
        try {
            return !closed && segments.anyExpired(clock.millis());
        } finally {
            lock.readLock().unlock();
        }
    }
}
