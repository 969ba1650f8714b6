package dev.weir.schemas.compiler;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Puts what a `$ref` refers to in its place, so that a compiled schema stands alone. Beside a `$ref` there may be
/// words about it, which win over the words of what it refers to, but no rules.
final class References {

    private static final Set<String> WORDS = Set.of("title", "description", "$comment", "deprecated", "examples");

    /// What a broken reference is taken for, so that nothing but the reference itself is reported.
    private static final String UNKNOWN = "string";

    private final Sources sources;
    private final Problems problems;
    private final Path product;

    References(Sources sources, Problems problems, Path product) {
        this.sources = sources;
        this.problems = problems;
        this.product = product;
    }

    ObjectNode inlined(SourceFile source) {
        return schema(source.json(), source, source.place(), Set.of());
    }

    private JsonNode inline(JsonNode node, SourceFile file, Place at, Set<Place> open) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < array.size(); i++) {
                copy.add(inline(array.get(i), file, at.child(i), open));
            }
            return copy;
        }
        return node instanceof ObjectNode object ? schema(object, file, at, open) : node;
    }

    private ObjectNode schema(ObjectNode from, SourceFile file, Place at, Set<Place> open) {
        ObjectNode to = JsonNodeFactory.instance.objectNode();
        if (from.path("$ref").isTextual()) {
            refer(from, file, at, open, to);
            return to;
        }
        for (var member : from.properties()) {
            String name = member.getKey();
            to.set(name, member(name, member.getValue(), file, at.child(name), open));
        }
        return to;
    }

    private JsonNode member(String keyword, JsonNode value, SourceFile file, Place at, Set<Place> open) {
        if (Subschemas.isData(keyword)) {
            return value;
        }
        if (!Subschemas.isNamed(keyword)) {
            return inline(value, file, at, open);
        }
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        value.forEachEntry((name, schema) -> named.set(name, inline(schema, file, at.child(name), open)));
        return named;
    }

    private void refer(ObjectNode from, SourceFile file, Place at, Set<Place> open, ObjectNode to) {
        target(from.path("$ref").asText(), file, at.child("$ref"))
                .filter(target -> isNoCircle(target, at, open))
                .ifPresentOrElse(
                        target -> {
                            Set<Place> opened = new HashSet<>(open);
                            opened.add(target.at());
                            to.setAll(schema(target.schema(), target.file(), target.at(), opened));
                        },
                        () -> to.put("type", UNKNOWN));
        words(from, at, to);
    }

    private boolean isNoCircle(Target target, Place at, Set<Place> open) {
        boolean circle = open.contains(target.at());
        if (circle) {
            problems.report(at.child("$ref"), "refers to itself in the end", "break the circle");
        }
        return !circle;
    }

    private void words(ObjectNode from, Place at, ObjectNode to) {
        for (var member : from.properties()) {
            String name = member.getKey();
            if (WORDS.contains(name) || name.startsWith("x-weir-")) {
                to.set(name, member.getValue());
            } else if (!name.equals("$ref")) {
                problems.report(
                        at.child(name),
                        "is a rule beside a $ref",
                        "put it into the type that is referred to, or write the property without $ref");
            }
        }
    }

    private Optional<Target> target(String reference, SourceFile file, Place at) {
        String[] parts = reference.split("#", 2);
        Path path = parts[0].isEmpty()
                ? file.path()
                : file.path().resolveSibling(parts[0]).normalize();
        if (!path.startsWith(product)) {
            problems.report(at, "leaves its product's folder", "refer to the product's types.json");
            return Optional.empty();
        }
        String pointer = parts.length > 1 ? parts[1] : "";
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            problems.report(at, "is not a JSON pointer", "write it as ../../types.json#/$defs/<name>");
            return Optional.empty();
        }
        return sources.read(path).flatMap(source -> target(source, JsonPointer.compile(pointer), at));
    }

    private Optional<Target> target(SourceFile source, JsonPointer pointer, Place at) {
        if (source.json().at(pointer) instanceof ObjectNode schema) {
            return Optional.of(new Target(source, new Place(source.place().file(), pointer), schema));
        }
        problems.report(
                at, "refers to nothing in " + source.place(), "define it there, or mend the name after #/$defs/");
        return Optional.empty();
    }

    private record Target(SourceFile file, Place at, ObjectNode schema) {}
}
