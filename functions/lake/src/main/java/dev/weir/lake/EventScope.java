package dev.weir.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/// Which events of someone are meant.
///
/// @param purposes that they were collected for; none means any
/// @param events by name; none means any
public record EventScope(Set<String> purposes, Set<String> events) {

    /// All of them.
    public static final EventScope ALL = new EventScope(Set.of(), Set.of());

    public EventScope {
        purposes = Set.copyOf(purposes);
        events = Set.copyOf(events);
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /// Whether an event of this name and purpose is meant.
    public boolean covers(String event, String purpose) {
        return (events.isEmpty() || events.contains(event)) && (purposes.isEmpty() || purposes.contains(purpose));
    }

    /// Adds what is not `any` to an object: `purposes` and `events`, sorted.
    public void into(ObjectNode json) {
        new TreeSet<>(purposes)
                .forEach(purpose -> json.withArrayProperty("purposes").add(purpose));
        new TreeSet<>(events).forEach(event -> json.withArrayProperty("events").add(event));
    }

    /// Reads what [#into] has added.
    public static EventScope of(JsonNode json) {
        return new EventScope(texts(json.path("purposes")), texts(json.path("events")));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
