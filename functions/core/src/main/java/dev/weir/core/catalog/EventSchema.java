package dev.weir.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.weir.core.event.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JSON Schema 2020-12, compiled on first use: a cold start pays for the schemas of the events that it meets.
/// Safe for use by several threads.
public final class EventSchema {

    /// Formats are rules here: a `date` that is none is turned away.
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode source;
    private volatile @Nullable Schema compiled;

    public EventSchema(JsonNode source) {
        this.source = source;
    }

    /// The schema as it was written, annotations included.
    public JsonNode source() {
        return source;
    }

    /// What is wrong with a value; empty when nothing is.
    ///
    /// @param at JSON pointer of the value in the event, in front of every violation's pointer
    public List<Violation> check(JsonNode value, String at) {
        return compiled().validate(value).stream()
                .map(error -> SchemaViolations.of(error, at))
                .distinct()
                .toList();
    }

    private Schema compiled() {
        Schema known = compiled;
        if (known == null) {
            known = REGISTRY.getSchema(withoutAnnotations(source));
            compiled = known;
        }
        return known;
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
