package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The members of an object that its schema does not name.
record Others(Set<String> named, Check check) implements Check {

    static Check of(JsonNode schema) {
        Check check = Check.of(schema.path("additionalProperties"));
        Set<String> named = new HashSet<>();
        schema.path("properties").fieldNames().forEachRemaining(named::add);
        return check == Fixed.PASS ? check : new Others(Set.copyOf(named), check);
    }

    @Override
    public boolean passes(JsonNode value) {
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                if (!named.contains(member.getKey()) && !check.passes(member.getValue())) {
                    return false;
                }
            }
        }
        return true;
    }
}
