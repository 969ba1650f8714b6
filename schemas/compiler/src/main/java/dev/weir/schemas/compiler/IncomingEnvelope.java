package dev.weir.schemas.compiler;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/// Composes the schema of an envelope as a product sends it: nested objects where its pointers are nested. What is not
/// required may be null; what is not mapped may be anything, for it is not read.
final class IncomingEnvelope {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode root = JSON.objectNode().put("type", "object");
    private final Set<JsonPointer> required = new HashSet<>();

    /// @param required places that every event must have; so it must have whatever they are in
    IncomingEnvelope(Set<JsonPointer> required) {
        for (JsonPointer place : required) {
            for (JsonPointer at = place; !at.matches(); at = at.head()) {
                this.required.add(at);
            }
        }
    }

    /// A value that may be null where it is not required.
    void put(JsonPointer at, ObjectNode rules) {
        putNeverNull(at, nullable(at, rules));
    }

    /// A value that is absent or there.
    void putNeverNull(JsonPointer at, ObjectNode rules) {
        parent(at).withObjectProperty("properties").set(name(at), rules);
    }

    ObjectNode schema() {
        ObjectNode schema = JSON.objectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema");
        for (String place :
                new TreeSet<>(required.stream().map(JsonPointer::toString).toList())) {
            JsonPointer at = JsonPointer.compile(place);
            parent(at).withArrayProperty("required").add(name(at));
        }
        return schema.setAll(root);
    }

    private ObjectNode parent(JsonPointer at) {
        JsonPointer head = at.head();
        if (head.matches()) {
            return root;
        }
        ObjectNode members = parent(head).withObjectProperty("properties");
        if (!members.has(name(head))) {
            members.set(name(head), nullable(head, JSON.objectNode().put("type", "object")));
        }
        return members.withObjectProperty(name(head));
    }

    private ObjectNode nullable(JsonPointer at, ObjectNode rules) {
        if (!required.contains(at)) {
            JsonNode type = rules.path("type");
            ArrayNode types = rules.putArray("type");
            if (type instanceof ArrayNode several) {
                types.addAll(several);
            } else {
                types.add(type);
            }
            types.add("null");
        }
        return rules;
    }

    private static String name(JsonPointer at) {
        return at.last().getMatchingProperty();
    }
}
