package dev.weir.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

/// The validator of JSON Schema 2020-12, apart from those who may never need it: its classes and compiled schemas cost
/// a cold start more than a catalog does.
final class SchemaLibrary {

    /// Formats are rules here: a `date` that is none is turned away.
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private SchemaLibrary() {}

    static Schema compile(JsonNode source) {
        return REGISTRY.getSchema(withoutAnnotations(source));
    }

    /// The validator warns of every keyword that it does not know.
    private static JsonNode withoutAnnotations(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            ObjectNode plain = JsonNodeFactory.instance.objectNode();
            object.forEachEntry((key, value) -> {
                if (!key.startsWith("x-weir-")) {
                    plain.set(key, withoutAnnotations(value));
                }
            });
            return plain;
        }
        if (schema instanceof ArrayNode array) {
            ArrayNode plain = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(item -> plain.add(withoutAnnotations(item)));
            return plain;
        }
        return schema;
    }
}
