package dev.weir.stream;

import java.util.regex.Pattern;

/// The place of a record in its shard: a decimal number of up to 129 digits (Kinesis API, `SequenceNumber`), without
/// leading zeros; anything else is refused. A later record of a shard has a greater one.
public record SequenceNumber(String digits) implements Comparable<SequenceNumber> {

    /// Most digits that a sequence number has.
    public static final int MAX_DIGITS = 129;

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0," + (MAX_DIGITS - 1) + "}");

    public SequenceNumber {
        if (!DECIMAL.matcher(digits).matches()) {
            throw new IllegalArgumentException("a sequence number is a decimal of at most " + MAX_DIGITS + " digits");
        }
    }

    /// The number of its zero-padded form.
    public static SequenceNumber ofPadded(String padded) {
        String digits = padded.replaceFirst("^0+(?=.)", "");
        return new SequenceNumber(digits);
    }

    /// All [#MAX_DIGITS] digits, so that text sorts as numbers do.
    public String padded() {
        return "0".repeat(MAX_DIGITS - digits.length()) + digits;
    }

    @Override
    public int compareTo(SequenceNumber other) {
        int order = Integer.compare(digits.length(), other.digits.length());
        return order != 0 ? order : digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
