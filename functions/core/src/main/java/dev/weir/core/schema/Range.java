package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/// Numbers from one whole number to another, as 64 bits hold them. Bounds that are not whole are moved inwards, and
/// what
/// is left out is doubted; so are numbers in binary floating point.
record Range(long least, long most, BigDecimal exactLeast, BigDecimal exactMost) implements Check {

    private static final BigDecimal LOWEST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(Long.MAX_VALUE);

    static Check of(JsonNode schema) {
        boolean numbers = Stream.of("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")
                .map(schema::path)
                .allMatch(bound -> bound.isMissingNode() || isFinite(bound));
        return numbers ? of(least(schema), most(schema)) : Fixed.DOUBT;
    }

    private static boolean isFinite(JsonNode bound) {
        return bound.isNumber() && Double.isFinite(bound.doubleValue());
    }

    private static Check of(BigDecimal least, BigDecimal most) {
        return least.compareTo(most) > 0
                ? Fixed.DOUBT
                : new Range(least.longValueExact(), most.longValueExact(), least, most);
    }

    private static BigDecimal least(JsonNode schema) {
        BigDecimal inclusive = whole(schema.path("minimum"), RoundingMode.CEILING, LOWEST);
        BigDecimal exclusive = whole(schema.path("exclusiveMinimum"), RoundingMode.FLOOR, LOWEST);
        return inclusive
                .max(schema.has("exclusiveMinimum") ? exclusive.add(BigDecimal.ONE) : LOWEST)
                .max(LOWEST);
    }

    private static BigDecimal most(JsonNode schema) {
        BigDecimal inclusive = whole(schema.path("maximum"), RoundingMode.FLOOR, HIGHEST);
        BigDecimal exclusive = whole(schema.path("exclusiveMaximum"), RoundingMode.CEILING, HIGHEST);
        return inclusive
                .min(schema.has("exclusiveMaximum") ? exclusive.subtract(BigDecimal.ONE) : HIGHEST)
                .min(HIGHEST);
    }

    private static BigDecimal whole(JsonNode bound, RoundingMode inwards, BigDecimal furthest) {
        return bound.isMissingNode() ? furthest : bound.decimalValue().setScale(0, inwards);
    }

    @Override
    public boolean passes(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() && least <= value.longValue() && value.longValue() <= most;
        }
        return !value.isNumber() || (value.isBigDecimal() && holds(value.decimalValue()));
    }

    private boolean holds(BigDecimal number) {
        return exactLeast.compareTo(number) <= 0 && number.compareTo(exactMost) <= 0;
    }
}
