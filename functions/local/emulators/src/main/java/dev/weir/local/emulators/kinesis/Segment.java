package dev.weir.local.emulators.kinesis;

import dev.weir.local.emulators.CorruptData;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One append-only file of a shard's log, named by the place of its first record. Not safe for use by many threads.
///
/// Files are read and written through [RandomAccessFile] because a channel closes for everyone when one reading thread
/// is interrupted.
final class Segment {
    static final String SUFFIX = ".log";

    private final Path file;
    private final long first;
    private final Offsets offsets;
    private long firstArrival;
    private long lastArrival;

    private Segment(Path file, long first, Offsets offsets, long lastArrival) {
        this.file = file;
        this.first = first;
        this.offsets = offsets;
        this.lastArrival = lastArrival;
    }

    static Segment create(Path folder, long first) throws IOException {
        Path file = folder.resolve(String.format("%020d", first) + SUFFIX);
        Files.createFile(file);
        return new Segment(file, first, new Offsets(), Long.MIN_VALUE);
    }

    /// @param newest whether a torn tail is to be cut off; older segments were whole when the next one began
    static Segment open(Path file, boolean newest) throws IOException {
        SegmentScan scan = SegmentScan.of(file);
        if (scan.torn()) {
            if (!newest) {
                throw CorruptData.file(file, "is cut off", null);
            }
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                out.setLength(scan.offsets().end());
            }
        }
        Segment segment = new Segment(file, place(file), scan.offsets(), scan.lastArrival());
        segment.firstArrival = segment.count() == 0 ? 0 : segment.arrival(0);
        return segment;
    }

    private static long place(Path file) {
        String name = file.getFileName().toString();
        try {
            return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
        } catch (NumberFormatException failure) {
            throw CorruptData.file(file, "is not a segment", failure);
        }
    }

    long first() {
        return first;
    }

    long next() {
        return first + offsets.count();
    }

    int count() {
        return offsets.count();
    }

    int bytes() {
        return offsets.end();
    }

    long firstArrival() {
        return firstArrival;
    }

    long lastArrival() {
        return lastArrival;
    }

    /// Counts the record only once it is written: after a failed write the next one takes its place.
    void append(RandomAccessFile out, byte[] frame, long arrival) throws IOException {
        out.seek(offsets.end());
        out.write(frame);
        offsets.add(frame.length);
        firstArrival = count() == 1 ? arrival : firstArrival;
        lastArrival = arrival;
    }

    /// Reads from a place on, as many as fit; the first one in any case if `atLeastOne`.
    ///
    /// @return the bytes of keys and data that were read
    int read(long from, int maxRecords, int maxBytes, boolean atLeastOne, List<StoredRecord> into) throws IOException {
        int begin = Math.toIntExact(from - first);
        int end = begin;
        while (end < count() && end - begin < maxRecords && payload(begin, end + 1) <= maxBytes) {
            end++;
        }
        end = end == begin && atLeastOne && begin < count() && maxRecords > 0 ? begin + 1 : end;
        ByteBuffer bytes = bytes(offsets.start(begin), offsets.start(end) - offsets.start(begin));
        for (int ordinal = begin; ordinal < end; ordinal++) {
            into.add(Frame.decode(first + ordinal, bytes));
        }
        return payload(begin, end);
    }

    /// The place of the first record that arrived then or later; there must be one.
    long firstSince(long millis) throws IOException {
        int low = 0;
        int high = count() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (arrival(middle) >= millis) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return first + low;
    }

    private long arrival(int ordinal) throws IOException {
        return bytes(offsets.start(ordinal) + Frame.HEADER, Long.BYTES).getLong();
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    RandomAccessFile openForAppend() throws IOException {
        return new RandomAccessFile(file.toFile(), "rw");
    }

    private int payload(int begin, int end) {
        return offsets.start(end) - offsets.start(begin) - (end - begin) * Frame.OVERHEAD;
    }

    private ByteBuffer bytes(int position, int length) throws IOException {
        byte[] bytes = new byte[length];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(position);
            in.readFully(bytes);
        }
        return ByteBuffer.wrap(bytes);
    }
}
