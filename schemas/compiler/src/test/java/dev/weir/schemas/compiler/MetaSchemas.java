package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The meta-schemas as an editor has them: whole, with references between the files.
final class MetaSchemas {

    static final List<String> NAMES = List.of("product", "dialect", "form", "event", "property", "types");

    private static final ObjectMapper JSON = new JsonMapper();
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final String BASE = "https://weir.dev/schemas/meta/";
    private static final SchemaRegistry REGISTRY = registry();

    private MetaSchemas() {}

    private static SchemaRegistry registry() {
        TreeMap<String, String> files = new TreeMap<>();
        NAMES.forEach(name -> files.put(BASE + file(name), text(SchemaTree.SCHEMAS.resolve("meta/" + file(name)))));
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(files));
    }

    private static String file(String name) {
        return name + ".schema.json";
    }

    static Schema schema(String name) {
        return schema(name, "");
    }

    /// A part of a meta-schema.
    static Schema schema(String name, String pointer) {
        return REGISTRY.getSchema(SchemaLocation.of(BASE + file(name) + "#" + pointer));
    }

    static JsonNode source(String name) throws IOException {
        return read(SchemaTree.SCHEMAS.resolve("meta/" + file(name)));
    }

    static JsonNode read(Path file) throws IOException {
        return (file.toString().endsWith(".yaml") ? YAML : JSON).readTree(text(file));
    }

    /// The sources at a glob below the products.
    static List<Path> sources(String pattern) throws IOException {
        var matcher = SchemaTree.SCHEMAS.getFileSystem().getPathMatcher("glob:" + SchemaTree.SCHEMAS + "/*/" + pattern);
        try (Stream<Path> files = Files.walk(SchemaTree.SCHEMAS)) {
            return files.filter(matcher::matches).sorted().toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
