package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Reads the type of a value from the JSON Schema that it must meet. Rules within a type, such as bounds, are left out.
final class SchemaType {

    private SchemaType() {}

    static ValueType of(JsonNode schema) {
        List<String> words = words(schema);
        if (!words.isEmpty()) {
            return new ValueType.Choice(words);
        }
        List<ValueType> types = names(schema).stream()
                .filter(name -> !name.equals("null"))
                .map(name -> named(name, schema))
                .distinct()
                .toList();
        return types.size() == 1 ? types.getFirst() : new ValueType.Mixed(types);
    }

    static boolean isNullable(JsonNode schema) {
        return names(schema).contains("null");
    }

    /// The words of an enum or a const; none where there is neither, or where not all are words.
    private static List<String> words(JsonNode schema) {
        if (schema.path("const").isTextual()) {
            return List.of(schema.path("const").textValue());
        }
        List<String> words = new ArrayList<>();
        for (JsonNode value : schema.path("enum")) {
            if (value.isTextual()) {
                words.add(value.textValue());
            } else if (!value.isNull()) {
                return List.of();
            }
        }
        return words;
    }

    private static List<String> names(JsonNode schema) {
        List<String> names = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            names.add(type.textValue());
        }
        type.forEach(name -> names.add(name.asText()));
        return names;
    }

    private static ValueType named(String name, JsonNode schema) {
        return switch (name) {
            case "string" -> text(schema.path("format").asText());
            case "integer" -> new ValueType.Whole();
            case "number" -> new ValueType.Real();
            case "boolean" -> new ValueType.Flag();
            case "array" -> new ValueType.Many(of(schema.path("items")));
            case "object" ->
                schema.path("properties").isEmpty()
                        ? new ValueType.OpenMap(of(schema.path("additionalProperties")))
                        : new ValueType.Group(Property.of(schema));
            default -> throw new IllegalArgumentException("no JSON Schema has a type " + name);
        };
    }

    private static ValueType text(String format) {
        return switch (format) {
            case "date-time" -> new ValueType.Moment();
            case "date" -> new ValueType.Day();
            default -> new ValueType.Text();
        };
    }
}
