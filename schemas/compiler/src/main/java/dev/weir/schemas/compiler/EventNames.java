package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a form must say of the names of its events: one name for all of them, or where an event says its own.
final class EventNames {

    private final ObjectNode events;
    private final Problems problems;

    /// @param events the product's events, compiled
    EventNames(ObjectNode events, Problems problems) {
        this.events = events;
        this.problems = problems;
    }

    void check(JsonNode form, Place at) {
        if (form.has("event") == form.has("event_name")) {
            problems.report(
                    at,
                    form.has("event")
                            ? "names its event, and where the name is"
                            : "does not say what its events are called",
                    "write event, the name of all of them, or event_name, the place of their names");
        }
        if (form.has("event") && !events.has(form.path("event").asText())) {
            problems.report(
                    at.child("event"),
                    "'" + form.path("event").asText() + "' is not an event",
                    "use the name of a folder in events/");
        }
        if (form.has("event_name") && events.isEmpty()) {
            problems.report(at.child("event_name"), "can name no event: there is none", "add one to events/");
        }
    }
}
