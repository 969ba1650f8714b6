package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.BiConsumer;

/// Walks a JSON Schema: its members that are schemas themselves, and not those that merely look like some.
final class Subschemas {

    private static final Set<String> DATA = Set.of("const", "default", "enum", "examples");
    private static final Set<String> NAMED = Set.of("$defs", "dependentSchemas", "patternProperties", "properties");

    private Subschemas() {}

    /// Whether a keyword's value is data: it may hold anything, and says nothing about itself.
    static boolean isData(String keyword) {
        return DATA.contains(keyword);
    }

    /// Whether a keyword's value holds schemas by name: those names are no keywords.
    static boolean isNamed(String keyword) {
        return NAMED.contains(keyword);
    }

    /// Visits a schema and every schema in it, at any depth.
    static void visit(JsonNode schema, Place at, BiConsumer<JsonNode, Place> visitor) {
        visitor.accept(schema, at);
        for (var member : schema.properties()) {
            if (!isData(member.getKey())) {
                visitMember(member.getKey(), member.getValue(), at.child(member.getKey()), visitor);
            }
        }
    }

    private static void visitMember(String keyword, JsonNode value, Place at, BiConsumer<JsonNode, Place> visitor) {
        if (isNamed(keyword)) {
            value.properties().forEach(named -> visit(named.getValue(), at.child(named.getKey()), visitor));
        } else if (value.isObject()) {
            visit(value, at, visitor);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                if (value.get(i).isObject()) {
                    visit(value.get(i), at.child(i), visitor);
                }
            }
        }
    }
}
