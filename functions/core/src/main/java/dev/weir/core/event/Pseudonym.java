package dev.weir.core.event;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// A stand-in for an identifier: 16 bytes that mean nothing without the key that made them.
/// Ordered as unsigned bytes, which is the order of its hex form and of a Parquet binary column.
public record Pseudonym(long high, long low) implements Comparable<Pseudonym> {

    /// Bytes of a pseudonym.
    public static final int SIZE = 16;

    /// Reads the first 16 bytes.
    ///
    /// @throws IllegalArgumentException if there are fewer
    public static Pseudonym of(byte[] bytes) {
        if (bytes.length < SIZE) {
            throw new IllegalArgumentException("a pseudonym has 16 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Pseudonym(buffer.getLong(), buffer.getLong());
    }

    /// Reads the form of [#hex()].
    ///
    /// @throws IllegalArgumentException if it is not 32 hex digits; they are not part of the message
    public static Pseudonym ofHex(String digits) {
        if (digits.length() != 2 * SIZE || !digits.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("a pseudonym has 32 hex digits");
        }
        return of(HexFormat.of().parseHex(digits));
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(SIZE).putLong(high).putLong(low).array();
    }

    /// 32 lower-case hex digits.
    public String hex() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }

    @Override
    public int compareTo(Pseudonym other) {
        int order = Long.compareUnsigned(high, other.high);
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return "Pseudonym[redacted]";
    }
}
