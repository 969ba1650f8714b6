package dev.weir.local.emulators.kinesis;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/// A place to read on from, as an opaque token with a checksum.
///
/// @param created tells a stream from an earlier one of the same name
record ShardIterator(String stream, long created, int shard, long index, long issued) {
    static final Duration LIFE = Duration.ofMinutes(5);
    private static final int FIXED = Integer.BYTES + 3 * Long.BYTES + Integer.BYTES;

    String token() {
        byte[] name = stream.getBytes(StandardCharsets.UTF_8);
        byte[] token = new byte[FIXED + name.length];
        ByteBuffer out = ByteBuffer.wrap(token).position(Integer.BYTES);
        out.putLong(created).putInt(shard).putLong(index).putLong(issued).put(name);
        out.putInt(0, sum(token));
        return Base64.getEncoder().encodeToString(token);
    }

    /// @throws Refusal where the token is not one that was given out
    static ShardIterator parse(String token) {
        try {
            byte[] decoded = Base64.getDecoder().decode(token);
            ByteBuffer bytes = ByteBuffer.wrap(decoded);
            if (bytes.getInt() != sum(decoded)) {
                throw Refusal.invalidArgument("Invalid ShardIterator.");
            }
            return read(bytes);
        } catch (IllegalArgumentException | BufferUnderflowException failure) {
            throw Refusal.invalidArgument("Invalid ShardIterator.");
        }
    }

    private static ShardIterator read(ByteBuffer bytes) {
        long created = bytes.getLong();
        int shard = bytes.getInt();
        long index = bytes.getLong();
        long issued = bytes.getLong();
        String stream = StandardCharsets.UTF_8.decode(bytes).toString();
        return new ShardIterator(stream, created, shard, index, issued);
    }

    ShardIterator at(long place, long now) {
        return new ShardIterator(stream, created, shard, place, now);
    }

    private static int sum(byte[] token) {
        return Frame.crc(token, Integer.BYTES, token.length - Integer.BYTES);
    }
}
