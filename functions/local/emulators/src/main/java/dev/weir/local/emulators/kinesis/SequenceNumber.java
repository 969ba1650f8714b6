package dev.weir.local.emulators.kinesis;

import java.math.BigInteger;
import java.util.regex.Pattern;

/// Where a record is in its shard, written as the real service does: 56 decimal digits that grow within a shard and
/// are never the same in two.
///
/// From the highest bits: the constant 2, the second the stream was created (36 bits), the shard (12), the record's
/// place in the shard (64), the second it arrived (36), the shard again (32), the constant 2 (4).
record SequenceNumber(long streamCreated, int shard, long index, long arrived) {
    private static final Pattern DIGITS = Pattern.compile("0|[1-9]\\d{0,128}");
    private static final int LENGTH = 56;
    private static final BigInteger VERSION = BigInteger.TWO;

    @Override
    public String toString() {
        return VERSION.shiftLeft(36)
                .or(BigInteger.valueOf(streamCreated))
                .shiftLeft(12)
                .or(BigInteger.valueOf(shard))
                .shiftLeft(64)
                .or(BigInteger.valueOf(index))
                .shiftLeft(36)
                .or(BigInteger.valueOf(arrived))
                .shiftLeft(32)
                .or(BigInteger.valueOf(shard))
                .shiftLeft(4)
                .or(VERSION)
                .toString();
    }

    /// @throws Refusal where the text is not a sequence number
    static SequenceNumber parse(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw Refusal.constraint(
                    "startingSequenceNumber", "Member must satisfy regular expression pattern: " + DIGITS);
        }
        BigInteger bits = text.length() == LENGTH ? new BigInteger(text) : BigInteger.ZERO;
        SequenceNumber number = new SequenceNumber(
                bits(bits, 148, 36), (int) bits(bits, 136, 12), bits(bits, 72, 63), bits(bits, 36, 36));
        if (!number.toString().equals(text)) {
            throw Refusal.invalidArgument("Invalid StartingSequenceNumber.");
        }
        return number;
    }

    private static long bits(BigInteger from, int position, int count) {
        BigInteger mask = BigInteger.ONE.shiftLeft(count).subtract(BigInteger.ONE);
        return from.shiftRight(position).and(mask).longValueExact();
    }
}
