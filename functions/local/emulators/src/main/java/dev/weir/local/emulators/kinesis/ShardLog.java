package dev.weir.local.emulators.kinesis;

import dev.weir.local.emulators.CorruptData;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/// A shard's records in the order they came, in a folder of segments. What `append` returned for is in the operating
/// system's hands: it survives the death of this process.
final class ShardLog implements AutoCloseable {
    private final Path folder;
    private final KinesisSettings settings;
    private final Clock clock;
    private final TreeMap<Long, Segment> segments = new TreeMap<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Condition appended = lock.writeLock().newCondition();
    private RandomAccessFile tail;
    private long latest;
    private boolean closed;

    private ShardLog(Path folder, List<Segment> segments, KinesisSettings settings, Clock clock) throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        segments.forEach(segment -> this.segments.put(segment.first(), segment));
        this.tail = segments.getLast().openForAppend();
        this.latest = segments.stream().mapToLong(Segment::lastArrival).max().orElseThrow();
    }

    static void create(Path folder) throws IOException {
        Files.createDirectories(folder);
        Segment.create(folder, 0);
    }

    static ShardLog open(Path folder, KinesisSettings settings, Clock clock) throws IOException {
        List<Path> files = files(folder);
        List<Segment> segments = new ArrayList<>();
        for (Path file : files) {
            Segment segment = Segment.open(file, file.equals(files.getLast()));
            if (!segments.isEmpty() && segments.getLast().next() != segment.first()) {
                throw new CorruptData(folder, "a segment before " + file.getFileName() + " is missing");
            }
            segments.add(segment);
        }
        return new ShardLog(folder, segments, settings, clock);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new CorruptData(folder, "missing");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(Segment.SUFFIX))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new CorruptData(folder, "no segments");
            }
            return found;
        }
    }

    /// Puts the record behind all others, no earlier than the one before it, whatever the clock says.
    Appended append(String key, byte[] data) throws IOException {
        lock.writeLock().lock();
        try {
            if (closed) {
                throw new IOException("the log is closed");
            }
            expire();
            latest = Math.max(clock.millis(), latest);
            byte[] frame = Frame.encode(latest, key, data);
            if (isFull(newest(), frame.length, latest)) {
                roll();
            }
            long index = newest().next();
            newest().append(tail, frame, latest);
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
            List<StoredRecord> records = new ArrayList<>();
            long index = Math.max(from, first());
            int left = maxBytes;
            for (Segment segment : from(index)) {
                int before = records.size();
                left -= segment.read(index, maxRecords - before, left, before == 0, records);
                index += records.size() - before;
                if (index < segment.next()) {
                    break;
                }
            }
            return records;
        } finally {
            lock.readLock().unlock();
        }
    }

    private Iterable<Segment> from(long index) {
        return index >= next()
                ? List.of()
                : segments.tailMap(segments.floorKey(index), true).values();
    }

    long next() {
        lock.readLock().lock();
        try {
            return newest().next();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// The place of the first record that arrived then or later.
    long firstSince(long millis) throws IOException {
        lock.readLock().lock();
        try {
            for (Segment segment : segments.values()) {
                if (segment.count() > 0 && segment.lastArrival() >= millis) {
                    return segment.first() + firstSince(segment, millis);
                }
            }
            return newest().next();
        } finally {
            lock.readLock().unlock();
        }
    }

    private static int firstSince(Segment segment, long millis) throws IOException {
        int low = 0;
        int high = segment.count() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segment.arrival(middle) >= millis) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// Waits until there is a record at that place.
    ///
    /// @return whether there is one
    boolean awaitPast(long index, Duration timeout) throws InterruptedException {
        lock.writeLock().lockInterruptibly();
        try {
            long left = timeout.toNanos();
            while (newest().next() <= index && !closed && left > 0) {
                left = appended.awaitNanos(left);
            }
            return newest().next() > index;
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
            tail.close();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private long first() {
        return segments.firstKey();
    }

    private Segment newest() {
        return segments.lastEntry().getValue();
    }

    private boolean isFull(Segment segment, int more, long now) {
        return segment.count() > 0
                && (segment.bytes() + more > settings.segmentBytes()
                        || now - segment.firstArrival() > settings.segmentAge().toMillis());
    }

    private void roll() throws IOException {
        Segment segment = Segment.create(folder, newest().next());
        RandomAccessFile before = tail;
        tail = segment.openForAppend();
        segments.put(segment.first(), segment);
        before.close();
    }

    private void dropExpired() throws IOException {
        if (!isOldestExpired()) {
            return;
        }
        lock.writeLock().lock();
        try {
            expire();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private boolean isOldestExpired() {
        lock.readLock().lock();
        try {
            return isExpired(segments.firstEntry().getValue());
        } finally {
            lock.readLock().unlock();
        }
    }

    private void expire() throws IOException {
        while (isExpired(segments.firstEntry().getValue())) {
            if (segments.size() == 1) {
                roll();
            }
            Map.Entry<Long, Segment> oldest = segments.pollFirstEntry();
            oldest.getValue().delete();
        }
    }

    private boolean isExpired(Segment segment) {
        return segment.count() > 0
                && segment.lastArrival() < clock.millis() - settings.retention().toMillis();
    }
}
