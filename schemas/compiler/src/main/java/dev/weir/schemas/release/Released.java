package dev.weir.schemas.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What others rely on of a product: each version of each event with its schema and policy, and what it decides for all
/// of
/// them.
///
/// @param settings its consent rules, its envelope, its limits, how long identities stay, and what it does
/// about personal data
/// @param events by name and version: purpose, category, sources, retention class and how long that keeps it (`keep`),
/// sampling where not all are kept, and a schema that refers to nothing
record Released(ObjectNode settings, SortedMap<String, SortedMap<Integer, ObjectNode>> events) {

    private static final List<String> TERMS = List.of("purpose", "category", "sources", "retention", "sampling");
    private static final List<String> LIMITS = List.of("events", "bytes", "payload_bytes");
    private static final List<String> SETTINGS = List.of("consent", "dialect", "identity_retention", "limits", "pii");
    private static final List<String> SAID_ELSEWHERE = List.of(
            "$schema",
            "$id",
            "x-weir-event",
            "x-weir-version",
            "x-weir-purpose",
            "x-weir-category",
            "x-weir-sources",
            "x-weir-retention",
            "x-weir-sampling");

    Released {
        events = Collections.unmodifiableSortedMap(new TreeMap<>(events));
    }

    /// What a catalog would release, by product.
    static SortedMap<String, Released> of(JsonNode catalog) {
        SortedMap<String, Released> products = new TreeMap<>();
        catalog.path("products").forEachEntry((name, product) -> products.put(name, product(product)));
        return products;
    }

    /// The versions of an event; none if it has none.
    SortedMap<Integer, ObjectNode> versions(String event) {
        return events.getOrDefault(event, Collections.emptySortedMap());
    }

    /// The files that it is written to, by path below its folder.
    SortedMap<String, ObjectNode> files() {
        SortedMap<String, ObjectNode> files = new TreeMap<>();
        files.put(ReleasedFiles.SETTINGS, settings);
        events.forEach((name, versions) ->
                versions.forEach((version, event) -> files.put(name + "/" + version + ".json", event)));
        return files;
    }

    /// The words of a list, each once.
    static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Released product(JsonNode product) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        SETTINGS.stream().filter(product::has).forEach(name -> settings.set(name, settings(name, product.path(name))));
        SortedMap<String, SortedMap<Integer, ObjectNode>> events = new TreeMap<>();
        product.path("events").forEachEntry((name, versions) -> {
            SortedMap<Integer, ObjectNode> released = new TreeMap<>();
            versions.forEachEntry((version, policy) ->
                    released.put(Integer.valueOf(version), event(policy, product.path("retention"))));
            events.put(name, released);
        });
        return new Released(settings, events);
    }

    private static JsonNode settings(String name, JsonNode decided) {
        JsonNode kept = Words.without(Words.REMARKS, decided);
        return name.equals("limits") ? ((ObjectNode) kept).retain(LIMITS) : kept;
    }

    private static ObjectNode event(JsonNode policy, JsonNode periods) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        TERMS.stream().filter(policy::has).forEach(term -> event.set(term, policy.path(term)));
        event.set("keep", periods.path(policy.path("retention").asText()));
        ObjectNode schema = (ObjectNode) Words.without(Words.REMARKS, policy.path("schema"));
        event.set("schema", schema.remove(new ArrayList<>(SAID_ELSEWHERE)));
        return event;
    }
}
