package dev.weir.local.emulators.kinesis;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A record that a producer sends, within the limits of one record.
final class NewRecord {
    static final int MAX_BYTES = 1 << 20;
    private static final int MAX_KEY = 256;

    private final String key;
    private final byte[] data;
    private final BigInteger hashKey;
    private final int size;

    private NewRecord(String key, byte[] data, BigInteger hashKey, int size) {
        this.key = key;
        this.data = data;
        this.hashKey = hashKey;
        this.size = size;
    }

    /// @throws Refusal where it is not within the limits
    static NewRecord of(Input input) {
        String key = input.text("PartitionKey");
        if (key.isEmpty() || key.codePointCount(0, key.length()) > MAX_KEY) {
            throw Refusal.constraint("partitionKey", "Member must have length between 1 and " + MAX_KEY);
        }
        byte[] data = input.bytes("Data");
        if (data.length > MAX_BYTES) {
            throw Refusal.constraint("data", "Member must have length less than or equal to " + MAX_BYTES);
        }
        int size = data.length + key.getBytes(StandardCharsets.UTF_8).length;
        if (size > MAX_BYTES) {
            throw Refusal.invalidArgument("Record size exceeds " + MAX_BYTES + " bytes of data and partition key.");
        }
        @Nullable String explicit = input.optionalText("ExplicitHashKey");
        return new NewRecord(key, data, explicit == null ? HashKeys.of(key) : HashKeys.explicit(explicit), size);
    }

    BigInteger hashKey() {
        return hashKey;
    }

    /// Bytes of data and partition key.
    int size() {
        return size;
    }

    /// Returns the sequence number.
    String putInto(Shard shard) {
        return shard.put(key, data, size);
    }
}
