package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.weir.core.catalog.EnvelopeField;
import dev.weir.core.event.Pseudonym;

/// Writes the stored envelope as an Avro record.
final class AvroEnvelope {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private boolean pseudonymIsDefined;

    static ObjectNode of(StoredEnvelope envelope) {
        return new AvroEnvelope().record(envelope);
    }

    private ObjectNode record(StoredEnvelope envelope) {
        ObjectNode record = JSON.objectNode()
                .put("type", "record")
                .put("name", "EventEnvelope")
                .put("namespace", "dev.weir.events");
        var fields = record.putArray("fields");
        for (StoredField stored : envelope.fields()) {
            ObjectNode field = fields.addObject().put("name", stored.field().name());
            field.put("doc", stored.schema().path("description").asText());
            JsonNode type = type(stored.field().type());
            if (stored.field().nullable()) {
                field.putArray("type").add("null").add(type);
                field.putNull("default");
            } else {
                field.set("type", type);
            }
        }
        fields.addObject()
                .put("name", "properties")
                .put("doc", "What the event says beside its envelope: a JSON object.")
                .put("type", "string");
        return record;
    }

    private JsonNode type(EnvelopeField.Type type) {
        return switch (type) {
            case STRING -> TextNode.valueOf("string");
            case INTEGER -> TextNode.valueOf("int");
            case BOOLEAN -> TextNode.valueOf("boolean");
            case TIMESTAMP -> logical("long", "timestamp-millis");
            case DATE -> logical("int", "date");
            case PSEUDONYM -> pseudonym();
            case STRINGS -> JSON.objectNode().put("type", "array").put("items", "string");
        };
    }

    private static ObjectNode logical(String type, String logicalType) {
        return JSON.objectNode().put("type", type).put("logicalType", logicalType);
    }

    /// Avro defines a named type where it first occurs, and refers to it from then on.
    private JsonNode pseudonym() {
        if (pseudonymIsDefined) {
            return TextNode.valueOf("Pseudonym");
        }
        pseudonymIsDefined = true;
        return JSON.objectNode().put("type", "fixed").put("name", "Pseudonym").put("size", Pseudonym.SIZE);
    }
}
