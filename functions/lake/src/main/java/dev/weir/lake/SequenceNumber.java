package dev.weir.lake;

import java.math.BigInteger;
import java.util.regex.Pattern;

/// The number of a record in its shard, ordered as numbers are. At most 129 decimal digits, as
/// [Kinesis](https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Record.html) says.
public record SequenceNumber(BigInteger value) implements Comparable<SequenceNumber> {

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,128}");
    private static final int USUAL_DIGITS = 56;

    /// Reads a decimal number without leading zeros.
    ///
    /// @throws IllegalArgumentException if it is not one
    public static SequenceNumber of(String decimal) {
        if (!DECIMAL.matcher(decimal).matches()) {
            throw new IllegalArgumentException("not a sequence number (" + decimal.length() + " characters)");
        }
        return new SequenceNumber(new BigInteger(decimal));
    }

    /// Reads the form of [#padded()].
    ///
    /// @throws IllegalArgumentException if it is not one
    static SequenceNumber ofPadded(String padded) {
        return of(padded.replaceFirst("^0+(?=.)", ""));
    }

    /// With zeros in front up to 56 digits, which is what Kinesis gives out: object names sort as numbers do.
    public String padded() {
        String digits = value.toString();
        return "0".repeat(Math.max(0, USUAL_DIGITS - digits.length())) + digits;
    }

    @Override
    public int compareTo(SequenceNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
