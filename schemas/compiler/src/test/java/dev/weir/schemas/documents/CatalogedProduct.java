package dev.weir.schemas.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What a product's catalog says, in the terms that documents are compared in.
///
/// @param dialect of its product.yaml, which names what is ignored as well
/// @param types of its types.json
/// @param events of the compiled catalog
record CatalogedProduct(JsonNode dialect, JsonNode types, JsonNode events) {

    static CatalogedProduct of(String product, JsonNode catalog, Path schemas) throws IOException {
        Path folder = schemas.resolve(product);
        return new CatalogedProduct(
                read(new YAMLMapper(), folder.resolve("product.yaml")).path("dialect"),
                read(new JsonMapper(), folder.resolve("types.json")).path("$defs"),
                catalog.path("products").path(product).path("events"));
    }

    private static JsonNode read(ObjectMapper mapper, Path file) throws IOException {
        return mapper.readTree(Files.readString(file));
    }

    boolean has(String event) {
        return events.has(event);
    }

    /// The latest version of an event.
    JsonNode event(String name) {
        JsonNode latest = events.path(name);
        for (JsonNode version : events.path(name)) {
            latest = version;
        }
        return latest;
    }

    /// A property by its path, through objects and the members of arrays.
    Optional<JsonNode> property(String event, String path) {
        JsonNode at = event(event).path("schema");
        for (String name : path.split("\\.", -1)) {
            at = members(at).path("properties").path(name);
        }
        return at.isMissingNode() ? Optional.empty() : Optional.of(at);
    }

    /// Whether the object that a property is a member of requires it.
    boolean requires(String event, String path) {
        int dot = path.lastIndexOf('.');
        JsonNode parent = dot < 0
                ? event(event).path("schema")
                : members(property(event, path.substring(0, dot)).orElseThrow());
        return parent.path("required")
                .valueStream()
                .anyMatch(name -> name.asText().equals(path.substring(dot + 1)));
    }

    private static JsonNode members(JsonNode schema) {
        return schema.path("items").has("properties") ? schema.path("items") : schema;
    }

    /// The places that the forms of an event speak of, required ones apart.
    Set<String> places(String event, boolean required) {
        Set<String> places = new HashSet<>();
        for (JsonNode form : dialect.has("forms") ? dialect.path("forms") : Set.of(dialect)) {
            if (!form.has("event") || form.path("event").asText().equals(event)) {
                collect(required ? form.path("required") : form, places);
            }
        }
        return places;
    }

    private static void collect(JsonNode part, Set<String> places) {
        if (part.isTextual() && part.asText().startsWith("/")) {
            places.add(part.asText());
        }
        part.forEach(member -> collect(member, places));
    }
}
