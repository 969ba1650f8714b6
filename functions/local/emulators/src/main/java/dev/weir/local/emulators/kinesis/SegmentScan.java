package dev.weir.local.emulators.kinesis;

import dev.weir.local.emulators.CorruptData;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads a segment from its start and tells a tail torn by a crash, which was never acknowledged, from damage, which
/// was. Torn is what ends before its frame does, a last frame whose body is not what its sum says, and zeros.
final class SegmentScan {
    private final Path file;
    private final Offsets offsets = new Offsets();
    private long lastArrival = Long.MIN_VALUE;
    private boolean torn;

    private SegmentScan(Path file) {
        this.file = file;
    }

    static SegmentScan of(Path file) throws IOException {
        SegmentScan scan = new SegmentScan(file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            scan.run(in, Files.size(file));
        }
        return scan;
    }

    Offsets offsets() {
        return offsets;
    }

    long lastArrival() {
        return lastArrival;
    }

    boolean torn() {
        return torn;
    }

    private void run(InputStream in, long size) throws IOException {
        long left = size;
        while (left > 0 && !torn) {
            left -= frame(in, left);
        }
    }

    private int frame(InputStream in, long left) throws IOException {
        byte[] header = in.readNBytes(Frame.HEADER);
        if (header.length < Frame.HEADER) {
            torn = true;
            return 0;
        }
        int length = ByteBuffer.wrap(header).getInt();
        if (length < Frame.BODY_PREFIX || length > Frame.MAX_BODY) {
            return tornIf(length == 0 && onlyZeros(header) && onlyZeros(in));
        }
        if (left < Frame.HEADER + length) {
            return tornIf(true);
        }
        return body(in.readNBytes(length), ByteBuffer.wrap(header).getInt(4), left == Frame.HEADER + length);
    }

    private int body(byte[] body, int sum, boolean last) {
        if (Frame.crc(body, 0, body.length) != sum) {
            return tornIf(last);
        }
        lastArrival = ByteBuffer.wrap(body).getLong();
        offsets.add(Frame.HEADER + body.length);
        return Frame.HEADER + body.length;
    }

    private int tornIf(boolean explained) {
        if (!explained) {
            throw CorruptData.file(file, "is damaged", null);
        }
        torn = true;
        return 0;
    }

    private static boolean onlyZeros(InputStream in) throws IOException {
        byte[] buffer = in.readNBytes(1 << 16);
        while (buffer.length > 0) {
            if (!onlyZeros(buffer)) {
                return false;
            }
            buffer = in.readNBytes(1 << 16);
        }
        return true;
    }

    private static boolean onlyZeros(byte[] bytes) {
        for (byte value : bytes) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
