package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Compiles which tables add context to a product's events.
final class LookupCompiler {

    private final StoredEnvelope stored;
    private final ObjectNode events;
    private final Problems problems;

    /// @param events the product's events, compiled
    LookupCompiler(StoredEnvelope stored, ObjectNode events, Problems problems) {
        this.stored = stored;
        this.events = events;
        this.problems = problems;
    }

    ObjectNode compile(JsonNode lookups, Place at) {
        lookups.forEachEntry((name, lookup) -> {
            Place here = at.child(name);
            key(lookup.path("by").asText(), here.child("by"));
            lookup.path("adds").forEach(field -> added(field.asText(), here.child("adds")));
        });
        return lookups instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    /// A key that is stored as a pseudonym, or not at all, finds nothing.
    private void key(String property, Place at) {
        boolean known = false;
        for (JsonNode versions : events) {
            for (JsonNode event : versions) {
                known |= event.at("/properties/" + property + "/privacy")
                        .asText()
                        .equals("none");
            }
        }
        if (!known) {
            problems.report(
                    at, "'" + property + "' is no property of class none of any event", "name one, such as content_id");
        }
    }

    private void added(String field, Place at) {
        if (stored.field(field)
                .filter(StoredField::isContext)
                .filter(StoredField::isFilledIn)
                .isEmpty()) {
            problems.report(
                    at, "'" + field + "' is not a context field that Weir fills in", "add it to envelope.json first");
        }
    }
}
