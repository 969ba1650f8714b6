package dev.weir.schemas.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// What a JSON Schema says to people, and to nobody else.
final class Words {

    static final Set<String> ALL =
            Set.of("$comment", "deprecated", "description", "examples", "title", "x-weir-origin");
    static final Set<String> REMARKS = Set.of("$comment");

    private static final Set<String> DATA = Set.of("const", "default", "enum", "examples");
    private static final Set<String> NAMED = Set.of("$defs", "dependentSchemas", "patternProperties", "properties");

    private Words() {}

    /// A copy of a schema without some of its keywords, at any depth.
    static JsonNode without(Set<String> keywords, JsonNode schema) {
        return switch (schema) {
            case ObjectNode object -> members(keywords, object);
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> copy.add(without(keywords, item)));
                yield copy;
            }
            default -> schema;
        };
    }

    private static ObjectNode members(Set<String> keywords, ObjectNode schema) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        schema.forEachEntry((keyword, value) -> {
            if (!keywords.contains(keyword)) {
                copy.set(keyword, member(keywords, keyword, value));
            }
        });
        return copy;
    }

    private static JsonNode member(Set<String> keywords, String keyword, JsonNode value) {
        if (DATA.contains(keyword)) {
            return value;
        }
        if (!NAMED.contains(keyword)) {
            return without(keywords, value);
        }
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        value.forEachEntry((name, schema) -> named.set(name, without(keywords, schema)));
        return named;
    }
}
