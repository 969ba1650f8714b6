package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.weir.core.event.EventType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes an event as an Avro record: the shared envelope, and each property as a field. The record is called
/// `dev.weir.events.<product>.<domain>.<EventName>`, after the naming convention of document 002 §10.1.
public final class AvroEvent {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String NAMESPACE = "dev.weir.events.";
    private static final String ENVELOPE = "envelope";

    private final Set<String> types = new HashSet<>();

    private AvroEvent() {}

    /// The record of one version of an event.
    ///
    /// @param product what the compiled catalog says of its product
    /// @param policy what the compiled catalog says of the version
    /// @param envelope the stored envelope as an Avro record, its last field the properties
    public static ObjectNode of(EventType type, JsonNode product, JsonNode policy, ObjectNode envelope) {
        return of(CatalogedProduct.event(type, product, policy), envelope);
    }

    /// @param envelope the stored envelope, its last field the properties, which are fields of their own here
    static ObjectNode of(CatalogedEvent event, ObjectNode envelope) {
        return new AvroEvent().record(event, envelope);
    }

    /// The record that all events share.
    private static ObjectNode common(ObjectNode envelope) {
        ObjectNode common = envelope.deepCopy().put("namespace", NAMESPACE + "common");
        ArrayNode fields = common.withArrayProperty("fields");
        fields.remove(fields.size() - 1);
        return common;
    }

    private ObjectNode record(CatalogedEvent event, ObjectNode envelope) {
        String name = unused(Names.avro(Names.pascal(event.name())));
        ObjectNode record = JSON.objectNode()
                .put("type", "record")
                .put("name", name)
                .put("namespace", NAMESPACE + Names.avro(event.product()) + "." + Names.avro(event.domain()))
                .put("doc", event.description());
        ArrayNode fields = record.putArray("fields");
        fields.addObject()
                .put("name", ENVELOPE)
                .put("doc", "The fields that every stored event has.")
                .set("type", common(envelope));
        fields(fields, new HashSet<>(Set.of(ENVELOPE)), name, event.stored());
        return record;
    }

    private void fields(ArrayNode fields, Set<String> taken, String record, List<Property> properties) {
        for (Property property : properties) {
            String name = Names.avro(property.name());
            if (!taken.add(name)) {
                name = "properties_" + name;
                taken.add(name);
            }
            ObjectNode field = fields.addObject().put("name", name);
            if (!property.description().isEmpty()) {
                field.put("doc", property.description());
            }
            type(field, property, type(property.type(), record + Names.pascal(property.name())));
        }
    }

    private static void type(ObjectNode field, Property property, JsonNode type) {
        if (property.required() && !property.nullable()) {
            field.set("type", type);
            return;
        }
        field.putArray("type").add("null").add(type);
        if (!property.required()) {
            field.putNull("default");
        }
    }

    private JsonNode type(ValueType type, String name) {
        return switch (type) {
            case ValueType.Text _, ValueType.Mixed _ -> TextNode.valueOf("string");
            case ValueType.Choice(var words) -> choice(words, name);
            case ValueType.Whole _ -> TextNode.valueOf("long");
            case ValueType.Real _ -> TextNode.valueOf("double");
            case ValueType.Flag _ -> TextNode.valueOf("boolean");
            case ValueType.Moment _ -> JSON.objectNode().put("type", "long").put("logicalType", "timestamp-millis");
            case ValueType.Day _ -> JSON.objectNode().put("type", "int").put("logicalType", "date");
            case ValueType.Many(var item) ->
                JSON.objectNode().put("type", "array").set("items", type(item, name + "Item"));
            case ValueType.OpenMap(var value) ->
                JSON.objectNode().put("type", "map").set("values", type(value, name + "Value"));
            case ValueType.Group(var members) -> group(members, name);
        };
    }

    private JsonNode choice(List<String> words, String name) {
        if (!words.stream().allMatch(Names::isAvro)) {
            return TextNode.valueOf("string");
        }
        ObjectNode choice = JSON.objectNode().put("type", "enum").put("name", unused(name));
        words.stream().distinct().forEach(choice.putArray("symbols")::add);
        return choice;
    }

    private JsonNode group(List<Property> members, String name) {
        String unused = unused(name);
        ObjectNode record = JSON.objectNode().put("type", "record").put("name", unused);
        fields(record.putArray("fields"), new HashSet<>(), unused, members);
        return record;
    }

    /// Avro has one name for one type in a schema.
    private String unused(String name) {
        String unused = name;
        for (int i = 2; !types.add(unused); i++) {
            unused = name + i;
        }
        return unused;
    }
}
