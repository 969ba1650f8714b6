package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.EnvelopeField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One field of the stored envelope, as `envelope.json` writes it.
record StoredField(EnvelopeField field, ObjectNode schema) {

    private static final String NULL = "null";
    private static final List<String> RULES =
            List.of("enum", "format", "minLength", "maxLength", "pattern", "minimum", "maximum");

    /// The field, if its type is one that rows can hold.
    static Optional<StoredField> of(String name, ObjectNode schema) {
        return type(schema).map(type -> new StoredField(new EnvelopeField(name, type, nullable(schema)), schema));
    }

    /// Whether it says where an event happened, and not what it is or whom it is about.
    boolean isContext() {
        return schema.path("x-weir-context").asBoolean();
    }

    /// Whether Weir fills it in, whatever a sender says.
    boolean isFilledIn() {
        return schema.path("readOnly").asBoolean();
    }

    /// What a value that is sent for it must meet. It may be of several types, of which the first is the stored one.
    ObjectNode rules() {
        ObjectNode rules = JsonNodeFactory.instance.objectNode();
        List<String> types = jsonTypes(schema);
        if (types.size() == 1) {
            rules.put("type", types.getFirst());
        } else {
            types.forEach(rules.putArray("type")::add);
        }
        for (String rule : RULES) {
            if (schema.has(rule)) {
                rules.set(rule, schema.get(rule));
            }
        }
        return rules;
    }

    private static Optional<EnvelopeField.Type> type(ObjectNode schema) {
        return switch (String.join(" or ", jsonTypes(schema))) {
            case "integer" -> Optional.of(EnvelopeField.Type.INTEGER);
            case "boolean" -> Optional.of(EnvelopeField.Type.BOOLEAN);
            case "array" -> Optional.of(EnvelopeField.Type.STRINGS);
            case "string" -> Optional.of(text(schema));
            case "string or integer" -> Optional.of(EnvelopeField.Type.STRING);
            default -> Optional.empty();
        };
    }

    private static EnvelopeField.Type text(ObjectNode schema) {
        if (schema.path("contentEncoding").asText().equals("base16")) {
            return EnvelopeField.Type.PSEUDONYM;
        }
        return switch (schema.path("format").asText()) {
            case "date-time" -> EnvelopeField.Type.TIMESTAMP;
            case "date" -> EnvelopeField.Type.DATE;
            default -> EnvelopeField.Type.STRING;
        };
    }

    private static List<String> jsonTypes(ObjectNode schema) {
        return named(schema).filter(type -> !type.equals(NULL)).toList();
    }

    private static boolean nullable(ObjectNode schema) {
        return named(schema).anyMatch(NULL::equals);
    }

    private static Stream<String> named(ObjectNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.valueStream().map(JsonNode::asText) : Stream.of(type.asText());
    }
}
