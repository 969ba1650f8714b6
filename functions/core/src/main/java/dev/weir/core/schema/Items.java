package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;

/// How many items an array may have, and what each of them must be.
record Items(Counts counts, Check each) implements Check {

    static Check of(JsonNode schema) {
        Check each = schema.has("items") ? Check.of(schema.path("items")) : Fixed.PASS;
        return new Items(Counts.of(schema, "minItems", "maxItems"), each);
    }

    @Override
    public boolean passes(JsonNode value) {
        if (!value.isArray()) {
            return true;
        }
        for (int i = 0; i < value.size(); i++) {
            if (!each.passes(value.get(i))) {
                return false;
            }
        }
        return counts.allow(value.size());
    }
}
