package dev.weir.stream;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// The outermost layer of a stream record, big-endian:
///
/// | bytes | content |
/// |---|---|
/// | 0-1 | `WR` |
/// | 2 | version of this framing, 1 |
/// | 3 | codec of the content, 1: an Avro message compressed by zstd |
/// | 4-7 | length of the content before compression |
/// | 8-11 | CRC-32C of the payload |
/// | 12- | payload: the compressed content |
final class Frame {

    static final int HEADER = 12;

    private static final short MAGIC = 'W' << 8 | 'R';
    private static final byte VERSION = 1;
    private static final byte AVRO_ZSTD = 1;
    private static final int FASTEST = 1;

    private Frame() {}

    static byte[] seal(byte[] content) {
        byte[] payload = Zstd.compress(content, FASTEST);
        return ByteBuffer.allocate(HEADER + payload.length)
                .putShort(MAGIC)
                .put(VERSION)
                .put(AVRO_ZSTD)
                .putInt(content.length)
                .putInt(crc(payload))
                .put(payload)
                .array();
    }

    /// The content of a frame.
    ///
    /// @param limit most bytes of content, checked before anything is allocated
    static byte[] open(byte[] frame, int limit) throws UnreadableRecord {
        ensure(frame.length > HEADER, "shorter than its header");
        ByteBuffer header = ByteBuffer.wrap(frame, 0, HEADER);
        ensure(header.getShort() == MAGIC, "not a Weir record");
        ensure(header.get() == VERSION, "unknown framing version");
        ensure(header.get() == AVRO_ZSTD, "unknown codec");
        int length = header.getInt();
        ensure(length > 0 && length <= limit, "content length out of bounds");
        byte[] payload = new byte[frame.length - HEADER];
        System.arraycopy(frame, HEADER, payload, 0, payload.length);
        ensure(header.getInt() == crc(payload), "checksum does not match");
        return inflate(payload, length);
    }

    private static byte[] inflate(byte[] payload, int length) throws UnreadableRecord {
        ensure(Zstd.getFrameContentSize(payload) == length, "content length does not match");
        byte[] content = new byte[length];
        long inflated = Zstd.decompressByteArray(content, 0, length, payload, 0, payload.length);
        ensure(inflated == length, "content cannot be decompressed");
        return content;
    }

    private static int crc(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload);
        return (int) crc.getValue();
    }

    private static void ensure(boolean holds, String otherwise) throws UnreadableRecord {
        if (!holds) {
            throw new UnreadableRecord(otherwise);
        }
    }
}
