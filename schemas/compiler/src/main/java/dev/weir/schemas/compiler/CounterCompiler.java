package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.EnvelopeField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compiles a product's counters. A counter outlives the events that it counts and cannot be erased from, so it must
/// not tell persons apart.
final class CounterCompiler {

    private static final String PROPERTY = "properties.";
    private static final Set<String> COUNTABLE = Set.of("none", "quasi");

    private final StoredEnvelope stored;
    private final ObjectNode events;
    private final Problems problems;

    /// @param events the product's events, compiled
    CounterCompiler(StoredEnvelope stored, ObjectNode events, Problems problems) {
        this.stored = stored;
        this.events = events;
        this.problems = problems;
    }

    ArrayNode compile(JsonNode counters, Place at) {
        ArrayNode compiled = JsonNodeFactory.instance.arrayNode();
        counters.forEachEntry((name, counter) -> {
            List<String> counted = texts(counter.path("events"));
            for (String event : counted) {
                eventExists(event, at.child(name).child("events"));
            }
            List<String> by = texts(counter.path("by"));
            for (String field : by) {
                mayBeCountedBy(field, counted, at.child(name).child("by"));
            }
            ObjectNode rule = compiled.addObject().put("name", name);
            counted.forEach(rule.putArray("events")::add);
            by.forEach(rule.putArray("by")::add);
            rule.set("window", counter.path("window"));
            rule.set("keep", counter.path("keep"));
        });
        return compiled;
    }

    private void eventExists(String event, Place at) {
        if (!events.has(event)) {
            problems.report(at, "counts '" + event + "', which is not an event", "use the name of a folder in events/");
        }
    }

    private void mayBeCountedBy(String field, List<String> counted, Place at) {
        if (field.startsWith(PROPERTY)) {
            String name = field.substring(PROPERTY.length());
            for (String event : counted.isEmpty() ? names() : counted) {
                propertyMayBeCountedBy(name, event, at);
            }
            return;
        }
        Optional<EnvelopeField.Type> type =
                stored.field(field).map(known -> known.field().type());
        if (type.isEmpty()) {
            problems.report(
                    at,
                    "names '" + field + "', which is not a field",
                    "use a field of envelope.json, or properties.<name>");
        } else if (type.get() == EnvelopeField.Type.PSEUDONYM) {
            problems.report(at, "counts by '" + field + "', which is a person's", "count by something that many share");
        }
    }

    private void propertyMayBeCountedBy(String name, String event, Place at) {
        if (!events.has(event)) {
            return;
        }
        List<String> classes = new ArrayList<>();
        for (JsonNode version : events.path(event)) {
            JsonNode property = version.path("properties").path(name);
            if (!property.isMissingNode()) {
                classes.add(property.path("privacy").asText());
            }
        }
        if (classes.isEmpty()) {
            problems.report(
                    at, "names '" + name + "', which " + event + " lacks", "name a property of every counted event");
        } else if (!COUNTABLE.containsAll(classes)) {
            problems.report(
                    at,
                    "counts by '" + name + "', which may tell persons apart",
                    "count by a property of class none or quasi");
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        events.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
