package dev.weir.schemas.compiler;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.schemas.release.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A copy of one product of the repository, to be broken.
final class SchemaTree {

    static final Path REPOSITORY = Path.of(Objects.requireNonNull(System.getProperty("weir.root"), "weir.root"));
    static final Path SCHEMAS = REPOSITORY.resolve("schemas");

    private static final JsonMapper JSON = new JsonMapper();

    private final Path root;

    /// The product that came first.
    SchemaTree(Path root) throws IOException {
        this(root, "ott-streaming");
    }

    private SchemaTree(Path root, String product) throws IOException {
        this.root = root;
        Files.copy(SCHEMAS.resolve("envelope.json"), root.resolve("envelope.json"));
        try (Stream<Path> files = Files.walk(SCHEMAS.resolve(product))) {
            for (Path file : files.toList()) {
                Files.copy(file, root.resolve(SCHEMAS.relativize(file).toString()));
            }
        }
    }

    static SchemaTree of(Path root, String product) throws IOException {
        return new SchemaTree(root, product);
    }

    /// Sets a value of a JSON file.
    SchemaTree with(String file, String pointer, String json) throws IOException {
        JsonPointer at = JsonPointer.compile(pointer);
        ObjectNode document = read(file);
        parent(document, at).set(at.last().getMatchingProperty(), JSON.readTree(json));
        return write(file, document.toPrettyString());
    }

    /// Removes a value of a JSON file.
    SchemaTree without(String file, String pointer) throws IOException {
        JsonPointer at = JsonPointer.compile(pointer);
        ObjectNode document = read(file);
        parent(document, at).remove(at.last().getMatchingProperty());
        return write(file, document.toPrettyString());
    }

    /// Replaces text of a file, which must be there.
    SchemaTree replacing(String file, String text, String replacement) throws IOException {
        String before = Files.readString(root.resolve(file));
        if (!before.contains(text)) {
            throw new AssertionError(file + " does not contain " + text);
        }
        return write(file, before.replace(text, replacement));
    }

    SchemaTree write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).resolveSibling(""));
        Files.writeString(root.resolve(file), text);
        return this;
    }

    SchemaTree delete(String file) throws IOException {
        Files.delete(root.resolve(file));
        return this;
    }

    Compilation compile() {
        return CatalogCompiler.compile(root);
    }

    List<Problem> problems() {
        return switch (compile()) {
            case Compilation.Broken broken -> broken.problems();
            case Compilation.Compiled ignored -> List.of();
        };
    }

    /// Makes what it says the released set.
    SchemaTree released() {
        gate().release();
        return this;
    }

    /// What keeps it from being built.
    List<Problem> refusals() {
        return switch (CheckedCatalog.of(root)) {
            case Compilation.Broken broken -> broken.problems();
            case Compilation.Compiled ignored -> List.of();
        };
    }

    Gate gate() {
        return switch (compile()) {
            case Compilation.Compiled(var catalog, var avro) -> Gate.of(root, catalog, avro);
            case Compilation.Broken broken -> throw new AssertionError(broken.problems());
        };
    }

    /// Adds a version of an event that is the first one but for its number.
    SchemaTree version(String product, String event, int version) throws IOException {
        String file = product + "/events/" + event + "/" + version + ".json";
        ObjectNode first = read(product + "/events/" + event + "/1.json");
        first.put("$id", "https://weir.dev/schemas/" + file).put("x-weir-version", version);
        return write(file, first.toPrettyString());
    }

    /// Adds an item to a product's change log.
    SchemaTree explained(String product, String item) throws IOException {
        String log = product + "/CHANGES.md";
        return write(log, Files.readString(root.resolve(log)) + "\n- " + item + "\n");
    }

    private ObjectNode read(String file) throws IOException {
        return (ObjectNode) JSON.readTree(Files.readString(root.resolve(file)));
    }

    private static ObjectNode parent(JsonNode document, JsonPointer at) {
        return (ObjectNode) document.at(at.head());
    }
}
