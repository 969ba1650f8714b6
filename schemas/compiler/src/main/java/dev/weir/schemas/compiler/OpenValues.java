package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// Tells schemas of open values: objects, however far down, whose members nobody declared and so nobody classed.
final class OpenValues {

    private static final List<String> CLOSED = List.of("const", "enum", "properties");
    private static final List<String> VARIANTS = List.of("anyOf", "oneOf");

    private OpenValues() {}

    static boolean allows(JsonNode schema) {
        if (schema.isBoolean()) {
            return schema.booleanValue();
        }
        if (CLOSED.stream().anyMatch(schema::has)) {
            return false;
        }
        return schema.path("allOf").valueStream().allMatch(OpenValues::allows)
                && (mayBe("object", schema) || (mayBe("array", schema) && allowsInside(schema)));
    }

    /// Without items, an array may hold anything.
    private static boolean allowsInside(JsonNode array) {
        return !array.has("items") || array.has("prefixItems") || allows(array.path("items"));
    }

    private static boolean mayBe(String type, JsonNode schema) {
        JsonNode types = schema.path("type");
        if (!types.isMissingNode()) {
            return types.asText().equals(type)
                    || types.valueStream().anyMatch(one -> one.asText().equals(type));
        }
        List<JsonNode> variants = VARIANTS.stream()
                .flatMap(keyword -> schema.path(keyword).valueStream())
                .toList();
        return variants.isEmpty() || variants.stream().anyMatch(OpenValues::allows);
    }
}
