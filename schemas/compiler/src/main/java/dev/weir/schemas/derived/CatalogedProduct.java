package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.event.EventType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A product: what it decided once, and its events.
///
/// @param json what the compiled catalog says of it
/// @param events every version of every event, by name and version
record CatalogedProduct(String name, JsonNode json, List<CatalogedEvent> events) {

    static CatalogedProduct of(String name, JsonNode json) {
        List<CatalogedEvent> events = new ArrayList<>();
        json.path("events")
                .forEachEntry((event, versions) -> versions.forEachEntry((version, policy) ->
                        events.add(event(new EventType(name, event, Integer.parseInt(version)), json, policy))));
        events.sort(Comparator.comparing(CatalogedEvent::name).thenComparingInt(CatalogedEvent::version));
        return new CatalogedProduct(name, json, List.copyOf(events));
    }

    /// One version of an event of a product.
    static CatalogedEvent event(EventType type, JsonNode product, JsonNode policy) {
        return new CatalogedEvent(type.product(), type.name(), type.version(), policy, isAnonymous(product, policy));
    }

    /// The latest version of each event, by name.
    List<CatalogedEvent> latest() {
        Map<String, CatalogedEvent> latest = new TreeMap<>();
        events.forEach(event -> latest.put(event.name(), event));
        return List.copyOf(latest.values());
    }

    /// Its retention classes, and of each how long it keeps events, as an ISO 8601 period.
    Map<String, String> retention() {
        Map<String, String> classes = new TreeMap<>();
        json.path("retention").forEachEntry((label, keep) -> classes.put(label, keep.asText()));
        return classes;
    }

    List<JsonNode> forms() {
        List<JsonNode> forms = new ArrayList<>();
        json.path("dialect").path("forms").forEach(forms::add);
        return forms;
    }

    @Override
    public String toString() {
        return name;
    }

    private static boolean isAnonymous(JsonNode product, JsonNode policy) {
        String purpose = policy.path("purpose").asText();
        return product.path("consent").path("without").path(purpose).asText().equals("anonymise");
    }
}
