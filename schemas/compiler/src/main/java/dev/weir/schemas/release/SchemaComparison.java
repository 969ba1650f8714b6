package dev.weir.schemas.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/// Compares a schema with the released one, at any depth. A rule that is not known here counts as broken when it is
/// another: nobody can tell what it lets through.
final class SchemaComparison {

    private static final Set<String> JUDGED =
            Set.of("properties", "required", PropertyPolicy.PRIVACY, PropertyPolicy.IDENTITY, PropertyPolicy.ALLOW);

    private final Changes changes;
    private final ValueComparison values;

    SchemaComparison(Changes changes) {
        this.changes = changes;
        this.values = new ValueComparison(changes);
    }

    /// @param released without words, as current
    void compare(JsonNode released, JsonNode current, At at) {
        if (released.equals(current)) {
            return;
        }
        values.compare(released, current, at);
        new PropertyPolicy(changes).compare(released, current, at);
        required(released, current, at);
        properties(released.path("properties"), current.path("properties"), current.path("required"), at);
        for (String keyword : keywords(released, current)) {
            if (!JUDGED.contains(keyword) && !ValueComparison.judges(keyword)) {
                rest(keyword, released.path(keyword), current.path(keyword), at);
            }
        }
    }

    private void properties(JsonNode released, JsonNode current, JsonNode required, At at) {
        released.forEachEntry((name, schema) -> {
            At here = at.member(name);
            if (current.has(name)) {
                compare(schema, current.path(name), here);
            } else {
                changes.add(Kind.PROPERTY_REMOVED, here, "");
            }
        });
        current.forEachEntry((name, _) -> {
            if (!released.has(name) && !Released.texts(required).contains(name)) {
                changes.add(
                        Kind.PROPERTY_ADDED, at.member(name), at.member(name).property());
            }
        });
    }

    private void required(JsonNode released, JsonNode current, At at) {
        Set<String> before = Released.texts(released.path("required"));
        Set<String> now = Released.texts(current.path("required"));
        now.stream()
                .filter(name -> !before.contains(name))
                .forEach(name -> changes.add(Kind.REQUIRED_ADDED, at.required(name), ""));
        before.stream()
                .filter(name ->
                        !now.contains(name) && current.path("properties").has(name))
                .forEach(name -> changes.add(Kind.REQUIRED_DROPPED, at.required(name), ""));
    }

    private void rest(String keyword, JsonNode released, JsonNode current, At at) {
        boolean within = keyword.equals("items") || keyword.equals("additionalProperties");
        if (within && released.isObject() && current.isObject()) {
            compare(released, current, at.each(keyword));
        } else if (!released.equals(current)) {
            changes.add(Kind.RULE_CHANGED, at.keyword(keyword), keyword);
        }
    }

    private static Set<String> keywords(JsonNode released, JsonNode current) {
        Set<String> keywords = new TreeSet<>();
        released.fieldNames().forEachRemaining(keywords::add);
        current.fieldNames().forEachRemaining(keywords::add);
        return keywords;
    }
}
