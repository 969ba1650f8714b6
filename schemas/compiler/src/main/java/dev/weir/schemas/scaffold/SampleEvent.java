package dev.weir.schemas.scaffold;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.EventSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// An event as a product sends it, in one of its forms: what the form requires, and nothing else.
final class SampleEvent {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TIME = "2026-02-08T14:30:00.000Z";

    /// One of these fits what an envelope of Weir may require.
    private static final List<JsonNode> VALUES = List.of(
            JSON.textNode(TIME),
            JSON.textNode("2026-02-08"),
            JSON.textNode("sample_1"),
            JSON.textNode("web"),
            JSON.textNode("GB"),
            JSON.textNode("1.0.0"),
            JSON.textNode("0b54a0c9d6fd8a1c"),
            JSON.textNode("3f1c2a9e-5d0b-4c58-9a51-7d1f0c2b6a10"),
            JSON.numberNode(1),
            JSON.booleanNode(true),
            JSON.objectNode());

    private final JsonNode form;
    private final ObjectNode event = JSON.objectNode();

    /// @param form of a compiled dialect
    SampleEvent(JsonNode form) {
        this.form = form;
    }

    /// The event with a name, and an id that nothing but its place in the samples decides.
    ObjectNode named(String name, String sample) {
        put("event_id", JSON.textNode(id(sample)));
        put("event_name", JSON.textNode(name));
        put("client_timestamp", JSON.textNode(TIME));
        conditions();
        require(form.path("schema"), event);
        return event;
    }

    private static String id(String sample) {
        return UUID.nameUUIDFromBytes(sample.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void put(String field, JsonNode value) {
        if (form.has(field)) {
            put(event, JsonPointer.compile(form.path(field).asText()), value);
        }
    }

    static void put(ObjectNode event, JsonPointer at, JsonNode value) {
        ObjectNode parent = at.head().matches() ? event : event.withObject(at.head());
        parent.set(at.last().getMatchingProperty(), value);
    }

    private void conditions() {
        for (JsonNode condition : form.path("when")) {
            JsonPointer at = JsonPointer.compile(condition.path("at").asText());
            if (condition.has("in")) {
                put(event, at, condition.path("in").path(0));
            } else if (condition.path("present").asBoolean() && event.at(at).isMissingNode()) {
                put(event, at, JSON.textNode("sample_1"));
            }
        }
    }

    private static void require(JsonNode rules, ObjectNode object) {
        for (JsonNode name : rules.path("required")) {
            JsonNode member = rules.path("properties").path(name.asText());
            if (!object.has(name.asText())) {
                object.set(name.asText(), fitting(member));
            }
            if (object.path(name.asText()) instanceof ObjectNode inner) {
                require(member, inner);
            }
        }
    }

    private static JsonNode fitting(JsonNode rules) {
        if (rules.has("required")) {
            return JSON.objectNode();
        }
        EventSchema schema = new EventSchema(rules);
        return VALUES.stream()
                .filter(value -> schema.check(value, "").isEmpty())
                .findFirst()
                .map(JsonNode::<JsonNode>deepCopy)
                .orElse(JSON.nullNode());
    }
}
