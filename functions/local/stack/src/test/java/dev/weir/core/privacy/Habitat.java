package dev.weir.core.privacy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.weir.core.catalog.Form;
import dev.weir.core.event.Source;
import dev.weir.local.samples.Sample;
import dev.weir.local.samples.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// An event that is accepted as it is, and the places in it where something can be planted.
///
/// @param name the sample that it comes from
record Habitat(String name, String product, Source source, ObjectNode event) {

    /// One accepted event of each kind.
    static List<Habitat> ofSamples() throws IOException {
        Path folder = Path.of(System.getProperty("weir.root"), "events-samples");
        List<Habitat> habitats = new ArrayList<>();
        for (Sample sample : new Samples(Door.CATALOG.products().keySet()).in(folder)) {
            JsonNode outcome = sample.outcome().orElseThrow();
            boolean accepted = outcome.at("/results/0/status").asText().equals("accepted");
            if (accepted && sample.name().endsWith("/accepted")) {
                Source source = Source.of(outcome.path("credential").asText("client"));
                habitats.add(new Habitat(sample.name(), sample.product().orElseThrow(), source, first(sample.body())));
            }
        }
        return habitats;
    }

    private static ObjectNode first(byte[] body) throws IOException {
        JsonNode root = new JsonMapper().readTree(body);
        JsonNode events = root.isObject() && root.has("events") ? root.get("events") : root;
        return (ObjectNode) (events.isArray() ? events.get(0) : events);
    }

    /// Where there are texts and numbers.
    List<JsonPointer> leaves(JsonPointer below) {
        List<JsonPointer> leaves = new ArrayList<>();
        walk(event.at(below), below, leaves, true);
        return leaves;
    }

    /// Where there are objects.
    List<JsonPointer> objects(JsonPointer below) {
        List<JsonPointer> objects = new ArrayList<>();
        walk(event.at(below), below, objects, false);
        return objects;
    }

    /// Where the properties are.
    JsonPointer properties() {
        return form().places().properties().at();
    }

    /// The properties of an event of this form.
    ObjectNode propertiesOf(ObjectNode event) {
        ObjectNode properties = (ObjectNode) event.at(properties());
        return properties.deepCopy().without(form().places().properties().taken());
    }

    /// The form that the event is in, with its product.
    String envelope() {
        return product + " " + form().name();
    }

    private Form form() {
        return Door.CATALOG
                .product(product)
                .flatMap(known -> known.settings().dialect().formOf(event))
                .orElseThrow();
    }

    private static void walk(JsonNode node, JsonPointer at, List<JsonPointer> found, boolean leaves) {
        if (leaves ? node.isTextual() || node.isNumber() : node.isObject()) {
            found.add(at);
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                walk(array.get(i), at.appendIndex(i), found, leaves);
            }
        }
        node.propertyStream()
                .forEach(member -> walk(member.getValue(), at.appendProperty(member.getKey()), found, leaves));
    }

    /// The event with a text at a place.
    ObjectNode with(JsonPointer leaf, String text) {
        ObjectNode copy = event.deepCopy();
        JsonNode parent = copy.at(leaf.head());
        if (parent instanceof ArrayNode array) {
            array.set(leaf.last().getMatchingIndex(), TextNode.valueOf(text));
        } else {
            ((ObjectNode) parent).put(leaf.last().getMatchingProperty(), text);
        }
        return copy;
    }

    /// The event with a secret in a key, in a value below it, and under a key that names personal data.
    ObjectNode withMembers(JsonPointer object, String text, String name) {
        ObjectNode copy = event.deepCopy();
        ObjectNode parent = (ObjectNode) copy.at(object);
        parent.put(text, true);
        parent.putObject("canary").putArray("deep").addObject().put("note", text);
        parent.putObject("who").put("firstName", name);
        return copy;
    }

    @Override
    public String toString() {
        return name;
    }
}
