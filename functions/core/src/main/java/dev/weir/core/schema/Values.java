package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One of some texts, whole numbers, booleans or null. Other values of a list are doubted.
record Values(Set<String> texts, Set<Long> numbers, Set<Boolean> flags, boolean none) implements Check {

    static Check of(JsonNode schema) {
        if (schema.has("enum") && schema.has("const")) {
            return Fixed.DOUBT;
        }
        Set<String> texts = new HashSet<>();
        Set<Long> numbers = new HashSet<>();
        Set<Boolean> flags = new HashSet<>();
        boolean none = false;
        for (JsonNode value : schema.has("enum") ? schema.path("enum") : List.of(schema.path("const"))) {
            switch (value.getNodeType()) {
                case STRING -> texts.add(value.textValue());
                case NUMBER -> addWhole(value, numbers);
                case BOOLEAN -> flags.add(value.booleanValue());
                case NULL -> none = true;
                case ARRAY, OBJECT, BINARY, POJO, MISSING -> {}
            }
        }
        return new Values(Set.copyOf(texts), Set.copyOf(numbers), Set.copyOf(flags), none);
    }

    private static void addWhole(JsonNode value, Set<Long> numbers) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            numbers.add(value.longValue());
        }
    }

    @Override
    public boolean passes(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> texts.contains(value.textValue());
            case NUMBER -> value.isIntegralNumber() && value.canConvertToLong() && numbers.contains(value.longValue());
            case BOOLEAN -> flags.contains(value.booleanValue());
            case NULL -> none;
            case ARRAY, OBJECT, BINARY, POJO, MISSING -> false;
        };
    }
}
