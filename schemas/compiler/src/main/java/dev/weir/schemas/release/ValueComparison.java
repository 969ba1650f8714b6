package dev.weir.schemas.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Compares what two schemas demand of a value by itself: its type, which values there are, how large it may be.
final class ValueComparison {

    private static final Set<String> LEAST =
            Set.of("exclusiveMinimum", "minItems", "minLength", "minProperties", "minimum");
    private static final Set<String> MOST =
            Set.of("exclusiveMaximum", "maxItems", "maxLength", "maxProperties", "maximum");
    private static final Set<String> OTHERS = Set.of("const", "enum", "format", "pattern", "type");

    private final Changes changes;

    ValueComparison(Changes changes) {
        this.changes = changes;
    }

    static boolean judges(String keyword) {
        return LEAST.contains(keyword) || MOST.contains(keyword) || OTHERS.contains(keyword);
    }

    void compare(JsonNode released, JsonNode current, At at) {
        type(released, current, at);
        choice(values(released), values(current), at);
        if (!released.path("format").equals(current.path("format"))) {
            add(Kind.FORMAT_CHANGED, at, "format", text(released.path("format")), text(current.path("format")));
        }
        pattern(released.path("pattern"), current.path("pattern"), at);
        Stream.of(LEAST, MOST)
                .flatMap(Set::stream)
                .sorted()
                .forEach(keyword -> bound(keyword, released.path(keyword), current.path(keyword), at));
    }

    private void type(JsonNode released, JsonNode current, At at) {
        Set<String> before = texts(released.path("type"));
        Set<String> now = texts(current.path("type"));
        if (!before.equals(now)) {
            add(Kind.TYPE_CHANGED, at, "type", String.join(" or ", before), String.join(" or ", now));
        }
    }

    private void choice(Set<String> before, Set<String> now, At at) {
        if (before.isEmpty() && !now.isEmpty()) {
            changes.add(Kind.ENUM_NARROWED, at.keyword("enum"), "anything to " + String.join(", ", now));
            return;
        }
        if (!before.isEmpty() && now.isEmpty()) {
            changes.add(Kind.ENUM_WIDENED, at.keyword("enum"), String.join(", ", before) + " to anything");
            return;
        }
        before.stream()
                .filter(value -> !now.contains(value))
                .forEach(value -> changes.add(Kind.ENUM_NARROWED, at.keyword("enum"), "without " + value));
        now.stream()
                .filter(value -> !before.contains(value))
                .forEach(value -> changes.add(Kind.ENUM_WIDENED, at.keyword("enum"), "with " + value));
    }

    /// Which of two patterns takes more cannot be told.
    private void pattern(JsonNode released, JsonNode current, At at) {
        if (!released.equals(current)) {
            Kind kind = current.isMissingNode() ? Kind.PATTERN_DROPPED : Kind.PATTERN_NARROWED;
            add(kind, at, "pattern", text(released), text(current));
        }
    }

    private void bound(String keyword, JsonNode released, JsonNode current, At at) {
        if (released.isMissingNode() && current.isMissingNode()) {
            return;
        }
        int growth = growth(released, current);
        if (growth != 0 || released.isMissingNode()) {
            boolean narrower =
                    !current.isMissingNode() && (released.isMissingNode() || growth > 0 == LEAST.contains(keyword));
            Kind kind = narrower ? Kind.BOUND_NARROWED : Kind.BOUND_WIDENED;
            add(kind, at, keyword, text(released), text(current));
        }
    }

    private static int growth(JsonNode released, JsonNode current) {
        return current.isMissingNode() ? 1 : current.decimalValue().compareTo(released.decimalValue());
    }

    private void add(Kind kind, At at, String keyword, String before, String now) {
        changes.add(kind, at.keyword(keyword), keyword + " " + before + " to " + now);
    }

    private static Set<String> values(JsonNode schema) {
        JsonNode values = schema.path("enum");
        return texts(schema.has("const") ? JsonNodeFactory.instance.arrayNode().add(schema.path("const")) : values);
    }

    private static Set<String> texts(JsonNode one) {
        Set<String> texts = new TreeSet<>();
        if (one.isValueNode()) {
            texts.add(one.asText());
        }
        one.forEach(text -> texts.add(text.toString().replace("\"", "")));
        return texts;
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "none" : value.asText();
    }
}
