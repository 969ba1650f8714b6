package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Members of an object that must be there where another one is.
record Dependents(List<Pair> pairs) implements Check {

    record Pair(String given, String needed) {

        private boolean holds(JsonNode object) {
            return !object.has(given) || object.has(needed);
        }
    }

    static Check of(JsonNode schema) {
        List<Pair> pairs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> given :
                schema.path("dependentRequired").properties()) {
            if (!Members.isNames(given.getValue())) {
                return Fixed.DOUBT;
            }
            given.getValue().forEach(needed -> pairs.add(new Pair(given.getKey(), needed.textValue())));
        }
        return schema.path("dependentRequired").isObject() ? new Dependents(List.copyOf(pairs)) : Fixed.DOUBT;
    }

    @Override
    public boolean passes(JsonNode value) {
        if (value.isObject()) {
            for (Pair pair : pairs) {
                if (!pair.holds(value)) {
                    return false;
                }
            }
        }
        return true;
    }
}
