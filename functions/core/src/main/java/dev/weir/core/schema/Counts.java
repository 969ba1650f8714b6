package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;

/// How many there may be of something. A bound that is no count leaves room for none.
record Counts(int least, int most) {

    static Counts of(JsonNode schema, String least, String most) {
        return new Counts(
                bound(schema.path(least), 0, Integer.MAX_VALUE), bound(schema.path(most), Integer.MAX_VALUE, -1));
    }

    private static int bound(JsonNode rule, int whereMissing, int whereWrong) {
        if (rule.isMissingNode()) {
            return whereMissing;
        }
        return rule.isIntegralNumber() && rule.canConvertToInt() && rule.intValue() >= 0 ? rule.intValue() : whereWrong;
    }

    boolean allow(int count) {
        return least <= count && count <= most;
    }
}
