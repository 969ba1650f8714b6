package dev.weir.schemas.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares how a product's events are read: where each form of its envelope has what, and what it must look like. Apps
/// that are out send the released forms for years.
final class DialectComparison {

    private static final String SCHEMA = "schema";

    private final Changes changes;
    private final At at;

    /// @param at the dialect in `product.yaml`
    DialectComparison(Changes changes, At at) {
        this.changes = changes;
        this.at = at;
    }

    void compare(JsonNode released, JsonNode current) {
        Map<String, JsonNode> before = byName(released);
        Map<String, JsonNode> now = byName(current);
        before.forEach((name, form) -> {
            JsonNode same = now.get(name);
            if (same == null) {
                changes.add(Kind.ENVELOPE_CHANGED, at, "form " + name + " removed");
            } else {
                form(name, form, same);
            }
        });
        now.keySet().stream()
                .filter(name -> !before.containsKey(name))
                .forEach(name -> changes.add(Kind.ENVELOPE_EXTENDED, at, "form " + name));
    }

    private void form(String name, JsonNode released, JsonNode current) {
        Map<String, String> before = places(released);
        Map<String, String> now = places(current);
        before.forEach((field, place) -> {
            String other = now.getOrDefault(field, "nothing");
            if (!place.equals(other)) {
                changes.add(Kind.ENVELOPE_CHANGED, at, field + " " + place + " to " + other + of(name));
            }
        });
        now.forEach((field, place) -> {
            if (!before.containsKey(field)) {
                changes.add(Kind.ENVELOPE_EXTENDED, at, field + " at " + place + of(name));
            }
        });
        new SchemaComparison(changes)
                .compare(
                        Words.without(Words.ALL, released.path(SCHEMA)),
                        Words.without(Words.ALL, current.path(SCHEMA)),
                        at);
    }

    private static String of(String name) {
        return name.equals("default") ? "" : ", form " + name;
    }

    private static Map<String, JsonNode> byName(JsonNode dialect) {
        Map<String, JsonNode> byName = new TreeMap<>();
        dialect.path("forms").forEach(form -> byName.put(form.path("name").asText(), form));
        return byName;
    }

    /// Where each field is: members of `identities`, `consent` and `context` one by one, lists as a whole but for those
    /// that only grow.
    private static Map<String, String> places(JsonNode form) {
        Map<String, String> places = new TreeMap<>();
        form.forEachEntry((field, place) -> {
            if (field.equals(SCHEMA)) {
                return;
            }
            if (place.isObject()) {
                place.forEachEntry((name, at) -> places.put(field + "." + name, at.asText()));
            } else if (field.equals("kids") || field.equals("taken")) {
                texts(place).forEach(text -> places.put(field + " " + text, "read"));
            } else if (!place.isArray() || !place.isEmpty()) {
                places.put(field, place.isArray() ? texts(place).collect(Collectors.joining(", ")) : place.asText());
            }
        });
        return places;
    }

    private static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(item -> item.isTextual() ? item.asText() : item.toString());
    }
}
