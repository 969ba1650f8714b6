package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;

/// How many members an object may have.
record MemberCount(Counts counts) implements Check {

    static Check of(JsonNode schema) {
        return new MemberCount(Counts.of(schema, "minProperties", "maxProperties"));
    }

    @Override
    public boolean passes(JsonNode value) {
        return !value.isObject() || counts.allow(value.size());
    }
}
