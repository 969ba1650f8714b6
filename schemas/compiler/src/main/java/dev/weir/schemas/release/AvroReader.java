package dev.weir.schemas.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.EventType;
import dev.weir.schemas.derived.AvroEvent;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/// Somebody who reads an event with the Avro schema that was released. The stored envelope is that of now on both
/// sides;
/// what may become of it is not a matter of events.
///
/// @param product what the compiled catalog says of the product
/// @param envelope the stored envelope as an Avro record
record AvroReader(JsonNode product, ObjectNode envelope) {

    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    /// Why what is written by the current schema cannot be read by the released one (Avro 1.12, schema resolution);
    /// nothing
    /// if it can.
    List<String> refuses(EventType type, JsonNode released, JsonNode current) {
        return SchemaCompatibility.checkReaderWriterCompatibility(schema(type, released), schema(type, current))
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(trouble -> trouble.getType() + " at " + trouble.getLocation() + ": " + trouble.getMessage())
                .distinct()
                .toList();
    }

    private Schema schema(EventType type, JsonNode event) {
        return new Schema.Parser()
                .parse(AvroEvent.of(type, product, sorted(event), envelope).toString());
    }

    /// Names of types within a record depend on the order of its properties.
    private static JsonNode sorted(JsonNode event) {
        try {
            return SORTED.readTree(SORTED.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree that cannot be written", e);
        }
    }
}
