package dev.weir.core.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;

/// Numbers as whoever comes later can bear them: `1e999999999` is twelve bytes here, and a gigabyte as soon as anybody
/// writes it out. A large whole number becomes one, however it was written; the validator compares others by their low
/// 64 bits.
final class Numbers extends JsonNodeFactory {

    /// Decimal places, before or behind the point. All that a double can say is within.
    static final int MOST_PLACES = 400;

    private static final int DIGITS_OF_A_LONG = 18;

    private static final long serialVersionUID = 1;

    @Override
    public ValueNode numberNode(BigDecimal number) {
        if (tooFar(number) || fitsLong(number)) {
            return super.numberNode(number);
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 ? numberNode(plain.toBigIntegerExact()) : super.numberNode(number);
    }

    /// Such a number stays as it was written, `2.0` included.
    private static boolean fitsLong(BigDecimal number) {
        return (long) number.precision() - number.scale() <= DIGITS_OF_A_LONG;
    }

    /// Whether a value holds, at any depth, a number with too many places.
    static boolean tooFar(JsonNode value) {
        if (value.isBigDecimal()) {
            return tooFar(value.decimalValue());
        }
        for (JsonNode child : value) {
            if (tooFar(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean tooFar(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_PLACES;
    }
}
