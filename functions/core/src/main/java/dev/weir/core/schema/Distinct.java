package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;

/// An array without the same text twice. Other items are doubted, and so are more texts than are quickly compared, and
/// objects, whose members the validator compares too.
record Distinct() implements Check {

    private static final int MOST = 32;

    static Check of(JsonNode schema) {
        JsonNode rule = schema.path("uniqueItems");
        if (!rule.isBoolean()) {
            return Fixed.DOUBT;
        }
        return rule.booleanValue() ? new Distinct() : Fixed.PASS;
    }

    @Override
    public boolean passes(JsonNode value) {
        return value.isArray() ? value.size() <= MOST && differ(value) : !value.isObject();
    }

    private static boolean differ(JsonNode array) {
        for (int i = 0; i < array.size(); i++) {
            if (!array.get(i).isTextual() || isBefore(array, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBefore(JsonNode array, int place) {
        for (int i = 0; i < place; i++) {
            if (array.get(i).equals(array.get(place))) {
                return true;
            }
        }
        return false;
    }
}
