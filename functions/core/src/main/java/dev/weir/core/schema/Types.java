package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// Kinds of values, as a bit for each. A number that is written with a point is no integer here, `2.0` included.
record Types(int bits) implements Check {

    private static final int STRING = 1;
    private static final int INTEGER = 2;
    private static final int NUMBER = 4;
    private static final int BOOLEAN = 8;
    private static final int NULL = 16;
    private static final int OBJECT = 32;
    private static final int ARRAY = 64;

    static Check of(JsonNode schema) {
        JsonNode rule = schema.path("type");
        int bits = 0;
        for (JsonNode type : rule.isArray() ? rule : List.of(rule)) {
            bits |= bits(type.asText());
        }
        return bits == 0 ? Fixed.DOUBT : new Types(bits);
    }

    private static int bits(String type) {
        return switch (type) {
            case "string" -> STRING;
            case "integer" -> INTEGER;
            case "number" -> INTEGER | NUMBER;
            case "boolean" -> BOOLEAN;
            case "null" -> NULL;
            case "object" -> OBJECT;
            case "array" -> ARRAY;
            default -> 0;
        };
    }

    @Override
    public boolean passes(JsonNode value) {
        return (bits & bit(value)) != 0;
    }

    private static int bit(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> STRING;
            case NUMBER -> value.isIntegralNumber() ? INTEGER : NUMBER;
            case BOOLEAN -> BOOLEAN;
            case NULL -> NULL;
            case OBJECT -> OBJECT;
            case ARRAY -> ARRAY;
            case BINARY, POJO, MISSING -> 0;
        };
    }
}
