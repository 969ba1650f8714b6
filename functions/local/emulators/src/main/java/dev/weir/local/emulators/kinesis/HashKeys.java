package dev.weir.local.emulators.kinesis;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The space of hash keys, split evenly between a stream's shards. A partition key's place is its MD5.
record HashKeys(int shards) {
    private static final BigInteger SIZE = BigInteger.ONE.shiftLeft(128);

    static BigInteger of(String partitionKey) {
        try {
            byte[] key = partitionKey.getBytes(StandardCharsets.UTF_8);
            return new BigInteger(1, MessageDigest.getInstance("MD5").digest(key));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// @throws Refusal where the text is not a key of the space
    static BigInteger explicit(String text) {
        if (!text.matches("0|[1-9]\\d{0,38}")) {
            throw Refusal.constraint(
                    "explicitHashKey", "Member must satisfy regular expression pattern: 0|([1-9]\\d{0,38})");
        }
        BigInteger key = new BigInteger(text);
        if (key.compareTo(SIZE) >= 0) {
            throw Refusal.invalidArgument(
                    "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1].");
        }
        return key;
    }

    int shardOf(BigInteger key) {
        return key.divide(width()).min(BigInteger.valueOf(shards - 1L)).intValueExact();
    }

    BigInteger first(int shard) {
        return width().multiply(BigInteger.valueOf(shard));
    }

    BigInteger last(int shard) {
        BigInteger end = shard == shards - 1 ? SIZE : first(shard + 1);
        return end.subtract(BigInteger.ONE);
    }

    private BigInteger width() {
        return SIZE.divide(BigInteger.valueOf(shards));
    }
}
