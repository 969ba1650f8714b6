package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.schemas.compiler.CatalogCompiler;
import dev.weir.schemas.compiler.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/// Compiled catalogs: the repository's, and small ones for one event.
final class Catalogs {

    static final Path REPOSITORY = Path.of(Objects.requireNonNull(System.getProperty("weir.root"), "weir.root"));

    private static final Compilation.Compiled WHOLE = whole();

    private Catalogs() {}

    static ObjectNode catalog() {
        return WHOLE.catalog();
    }

    static ObjectNode avro() {
        return WHOLE.avro();
    }

    static CatalogContents repository() {
        return CatalogContents.of(WHOLE.catalog(), WHOLE.avro());
    }

    /// A product `corner-shop` with the envelope of the repository and one event, `cart.item_added`.
    static CatalogContents ofProperties(String properties, String... required) {
        return CatalogContents.of(catalog(properties, required), WHOLE.avro());
    }

    static ObjectNode catalog(String properties, String... required) {
        ObjectNode catalog = json("""
                {"products": {"corner-shop": {
                  "dialect": {"forms": [{
                    "name": "default", "when": [], "event_name": "/name", "event_id": "/id", "properties": "/data",
                    "identities": {"user": "/who/user"}, "consent": {"analytics": "/consent/analytics"}, "context": {},
                    "schema": {"type": "object", "required": ["id", "name"], "properties": {
                      "data": {"type": "object"}, "name": {"type": "string"}, "id": {"type": "string"},
                      "who": {"type": ["object", "null"], "properties": {"user": {"type": ["string", "null"]}}},
                      "consent": {"type": ["object", "null"], "properties": {
                        "analytics": {"type": ["boolean", "null"]}}}}}}]},
                  "limits": {"events": 20, "bytes": 102400, "clock_skew_seconds": 300},
                  "consent": {"opt_out": []},
                  "retention": {"short": "P30D"},
                  "counters": [],
                  "events": {"cart.item_added": {"1": {
                    "purpose": "analytics", "category": "shopping", "sources": ["client"], "retention": "short",
                    "schema": {"title": "Item added", "description": "A thing is put into the cart."}}}}}}}
                """);
        catalog.set("envelope", WHOLE.catalog().path("envelope"));
        ObjectNode schema = (ObjectNode) catalog.at("/products/corner-shop/events/cart.item_added/1/schema");
        schema.set("properties", json(properties));
        for (String name : required) {
            schema.withArrayProperty("required").add(name);
        }
        return catalog;
    }

    static CatalogedEvent onlyEvent(CatalogContents contents) {
        return contents.products().getFirst().events().getFirst();
    }

    static ObjectNode json(String text) {
        try {
            JsonNode json = new JsonMapper().readTree(text);
            return (ObjectNode) json;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Compilation.Compiled whole() {
        return switch (CatalogCompiler.compile(REPOSITORY.resolve("schemas"))) {
            case Compilation.Compiled compiled -> compiled;
            case Compilation.Broken broken -> throw new AssertionError(broken.problems());
        };
    }
}
