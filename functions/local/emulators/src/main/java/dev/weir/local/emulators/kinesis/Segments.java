package dev.weir.local.emulators.kinesis;

import dev.weir.local.emulators.CorruptData;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A shard's segments without a gap between them, the newest open for appending. Not safe for use by many threads.
final class Segments implements AutoCloseable {
    private final Path folder;
    private final KinesisSettings settings;
    private final TreeMap<Long, Segment> byFirst = new TreeMap<>();
    private RandomAccessFile tail;

    private Segments(Path folder, List<Segment> segments, KinesisSettings settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        segments.forEach(segment -> byFirst.put(segment.first(), segment));
        this.tail = segments.getLast().openForAppend();
    }

    static Segments open(Path folder, KinesisSettings settings) throws IOException {
        List<Path> files = files(folder);
        List<Segment> segments = new ArrayList<>();
        for (Path file : files) {
            Segment segment = Segment.open(file, file.equals(files.getLast()));
            if (!segments.isEmpty() && segments.getLast().next() != segment.first()) {
                throw new CorruptData(folder, "a segment before " + file.getFileName() + " is missing");
            }
            segments.add(segment);
        }
        return new Segments(folder, segments, settings);
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

    long first() {
        return byFirst.firstKey();
    }

    long next() {
        return newest().next();
    }

    /// When the last record arrived that is kept.
    long latestArrival() {
        return byFirst.values().stream().mapToLong(Segment::lastArrival).max().orElseThrow();
    }

    /// Returns the record's place.
    long append(byte[] frame, long arrival) throws IOException {
        if (isFull(newest(), frame.length, arrival)) {
            roll();
        }
        long index = next();
        newest().append(tail, frame, arrival);
        return index;
    }

    List<StoredRecord> read(long from, int maxRecords, int maxBytes) throws IOException {
        List<StoredRecord> records = new ArrayList<>();
        long index = Math.max(from, first());
        int left = maxBytes;
        for (Segment segment : since(index)) {
            int before = records.size();
            left -= segment.read(index, maxRecords - before, left, before == 0, records);
            index += records.size() - before;
            if (index < segment.next()) {
                break;
            }
        }
        return records;
    }

    private Iterable<Segment> since(long index) {
        return index >= next()
                ? List.of()
                : byFirst.tailMap(byFirst.floorKey(index), true).values();
    }

    /// The place of the first record that arrived then or later.
    long firstSince(long millis) throws IOException {
        for (Segment segment : byFirst.values()) {
            if (segment.count() > 0 && segment.lastArrival() >= millis) {
                return segment.firstSince(millis);
            }
        }
        return next();
    }

    boolean anyExpired(long now) {
        return isExpired(byFirst.firstEntry().getValue(), now);
    }

    void dropExpired(long now) throws IOException {
        while (anyExpired(now)) {
            if (byFirst.size() == 1) {
                roll();
            }
            byFirst.pollFirstEntry().getValue().delete();
        }
    }

    @Override
    public void close() throws IOException {
        tail.close();
    }

    private Segment newest() {
        return byFirst.lastEntry().getValue();
    }

    private void roll() throws IOException {
        Segment segment = Segment.create(folder, next());
        RandomAccessFile before = tail;
        tail = segment.openForAppend();
        byFirst.put(segment.first(), segment);
        before.close();
    }

    private boolean isFull(Segment segment, int more, long now) {
        return segment.count() > 0
                && (segment.bytes() + more > settings.segmentBytes()
                        || now - segment.firstArrival() > settings.segmentAge().toMillis());
    }

    private boolean isExpired(Segment segment, long now) {
        return segment.count() > 0
                && segment.lastArrival() < now - settings.retention().toMillis();
    }
}
