package dev.weir.local.emulators.kinesis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// A record on disk: length and CRC-32C of the body, then the body: arrival in milliseconds, length of the key, key,
/// data.
final class Frame {
    static final int HEADER = 8;
    static final int BODY_PREFIX = 10;
    static final int OVERHEAD = HEADER + BODY_PREFIX;
    static final int MAX_BODY = BODY_PREFIX + (2 << 20);

    private Frame() {}

    static byte[] encode(long arrival, String key, byte[] data) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        int body = BODY_PREFIX + keyBytes.length + data.length;
        byte[] frame = new byte[HEADER + body];
        ByteBuffer out = ByteBuffer.wrap(frame).position(HEADER);
        out.putLong(arrival).putShort((short) keyBytes.length).put(keyBytes).put(data);
        out.putInt(0, body).putInt(4, crc(frame, HEADER, body));
        return frame;
    }

    /// Reads the frame at the buffer's position, and moves it behind.
    static StoredRecord decode(long index, ByteBuffer from) {
        int body = from.getInt();
        from.getInt();
        long arrival = from.getLong();
        byte[] key = new byte[from.getShort()];
        from.get(key);
        byte[] data = new byte[body - BODY_PREFIX - key.length];
        from.get(data);
        return new StoredRecord(index, arrival, new String(key, StandardCharsets.UTF_8), data);
    }

    static int crc(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
