package dev.weir.schemas.release;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Finds where people have written what a compiled schema says: in the event, or in a type that it refers to.
final class Origins {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path schemas;
    private final Map<String, JsonNode> files = new HashMap<>();

    Origins(Path schemas) {
        this.schemas = schemas;
    }

    /// The place in the sources of a place in a compiled schema; the same where there is no reference on the way.
    At of(At at) {
        At here = At.of(at.file());
        for (JsonPointer rest = at.pointer(); !rest.matches(); rest = rest.tail()) {
            String name = rest.getMatchingProperty();
            JsonNode node = node(here);
            while (node.path("$ref").isTextual() && !node.has(name)) {
                here = target(here, node.path("$ref").textValue());
                node = node(here);
            }
            here = here.keyword(name);
        }
        return new At(here.file(), here.pointer(), at.property());
    }

    private JsonNode node(At at) {
        return files.computeIfAbsent(at.file(), this::read).at(at.pointer());
    }

    private static At target(At from, String reference) {
        String[] parts = reference.split("#", 2);
        Path file = Path.of(from.file());
        Path other = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        String pointer = parts.length > 1 ? parts[1] : "";
        return new At(other.toString().replace('\\', '/'), JsonPointer.compile(pointer), "");
    }

    /// Whatever is no JSON has no references.
    private JsonNode read(String file) {
        Path path = schemas.resolve(file);
        if (!file.endsWith(".json") || !Files.exists(path)) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
