package dev.weir.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.weir.core.event.Violation;
import java.util.ArrayList;
import java.util.List;

/// Says a schema's complaints in words that name the rule and never the value.
final class SchemaViolations {

    private static final int LONGEST_WORD = 32;

    private SchemaViolations() {}

    /// @param schema the whole schema that complains
    static Violation of(Error error, String at, JsonNode schema) {
        String pointer = at + pointer(error.getInstanceLocation(), schema);
        if ("required".equals(error.getKeyword())) {
            return new Violation(pointer + "/" + escape(error.getProperty()), "is required");
        }
        return new Violation(pointer, message(error.getKeyword(), rule(error)));
    }

    /// A key that the schema does not name may itself be personal. Unless it is a short word, it is shown as `*`.
    private static String pointer(NodePath place, JsonNode schema) {
        StringBuilder pointer = new StringBuilder();
        JsonNode rules = schema;
        for (int i = 0; i < place.getNameCount(); i++) {
            if (place.getElement(i) instanceof Integer index) {
                pointer.append('/').append(index.intValue());
                rules = rules.path("items");
            } else {
                String key = place.getName(i);
                boolean named = rules.path("properties").has(key);
                pointer.append('/').append(named || isWord(key) ? escape(key) : "*");
                rules = named ? rules.path("properties").path(key) : rules.path("additionalProperties");
            }
        }
        return pointer.toString();
    }

    private static boolean isWord(String key) {
        return key.length() <= LONGEST_WORD && key.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z'));
    }

    private static JsonNode rule(Error error) {
        return error.getSchemaNode();
    }

    private static String message(String keyword, JsonNode rule) {
        return switch (keyword) {
            case "type" -> "must be " + types(rule);
            case "enum" -> "must be one of " + values(rule);
            case "const" -> "must be " + rule.asText();
            case "minLength" -> "must have at least " + rule.asText() + " characters";
            case "maxLength" -> "must have at most " + rule.asText() + " characters";
            case "pattern" -> "must match " + rule.asText();
            case "minimum" -> "must be at least " + rule.asText();
            case "maximum" -> "must be at most " + rule.asText();
            case "exclusiveMinimum" -> "must be more than " + rule.asText();
            case "exclusiveMaximum" -> "must be less than " + rule.asText();
            case "multipleOf" -> "must be a multiple of " + rule.asText();
            case "minItems" -> "must have at least " + rule.asText() + " items";
            case "maxItems" -> "must have at most " + rule.asText() + " items";
            case "uniqueItems" -> "must not repeat an item";
            case "format" -> "must be a valid " + rule.asText();
            case "dependentRequired" -> "lacks a property that another one needs";
            case "minProperties" -> "must have at least " + rule.asText() + " properties";
            case "maxProperties" -> "must have at most " + rule.asText() + " properties";
            default -> "breaks the schema's rule '" + keyword + "'";
        };
    }

    private static String types(JsonNode rule) {
        if (!rule.isArray()) {
            return article(rule.asText());
        }
        List<String> types = new ArrayList<>();
        rule.forEach(type -> types.add(article(type.asText())));
        return String.join(" or ", types);
    }

    private static String article(String type) {
        return switch (type) {
            case "null" -> "null";
            case "integer", "array", "object" -> "an " + type;
            default -> "a " + type;
        };
    }

    private static String values(JsonNode rule) {
        List<String> values = new ArrayList<>();
        rule.forEach(value -> values.add(value.asText()));
        return String.join(", ", values);
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
