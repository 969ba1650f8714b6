package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;

/// How many Unicode code points a text may have.
record Lengths(Counts counts) implements Check {

    static Check of(JsonNode schema) {
        return new Lengths(Counts.of(schema, "minLength", "maxLength"));
    }

    @Override
    public boolean passes(JsonNode value) {
        return !value.isTextual() || allows(value.textValue());
    }

    /// A text has at most as many code points as it has chars, and at least half as many.
    private boolean allows(String text) {
        int chars = text.length();
        return (counts.allow(chars) && counts.allow((chars + 1) / 2)) || counts.allow(text.codePointCount(0, chars));
    }
}
