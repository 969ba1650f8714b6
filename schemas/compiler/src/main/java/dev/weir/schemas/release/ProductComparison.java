package dev.weir.schemas.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/// Compares a product with what was released of it.
final class ProductComparison {

    private final String product;
    private final Released released;
    private final Released current;
    private final AvroReader reader;
    private final List<Change> found = new ArrayList<>();

    ProductComparison(String product, Released released, Released current, AvroReader reader) {
        this.product = product;
        this.released = released;
        this.current = current;
        this.reader = reader;
    }

    /// Every difference, each once.
    List<Change> changes() {
        Changes changes = new Changes(new Scope.Settings(product));
        SettingsComparison settings = new SettingsComparison(changes, At.of(product + "/product.yaml"));
        settings.consent(released.settings().path("consent"), current.settings().path("consent"));
        others(settings, changes);
        released.events()
                .forEach((name, versions) -> versions.forEach((version, event) -> {
                    ObjectNode now = current.versions(name).get(version);
                    if (now != null) {
                        settings.retention(event, now);
                    }
                }));
        found.addAll(changes.all());
        released.events().forEach(this::event);
        return found.stream().distinct().toList();
    }

    /// What a product was released without is not promised yet.
    private void others(SettingsComparison settings, Changes changes) {
        ObjectNode before = released.settings();
        ObjectNode now = current.settings();
        if (before.has("identity_retention")) {
            settings.identities(before.path("identity_retention"), now.path("identity_retention"));
        }
        if (before.has("pii")) {
            settings.pii(before.path("pii"), now.path("pii"));
        }
        if (before.has("limits")) {
            settings.limits(before.path("limits"), now.path("limits"));
        }
        if (before.has("dialect")) {
            At dialect = At.of(product + "/product.yaml").keyword("dialect");
            new DialectComparison(changes, dialect).compare(before.path("dialect"), now.path("dialect"));
        }
    }

    private void event(String name, SortedMap<Integer, ObjectNode> versions) {
        SortedMap<Integer, ObjectNode> now = current.versions(name);
        if (now.isEmpty()) {
            Changes changes = new Changes(new Scope.Settings(product));
            changes.add(Kind.EVENT_DELETED, At.of(product + "/events/" + name), name);
            found.addAll(changes.all());
            return;
        }
        versions.forEach((version, event) -> released(new EventType(product, name, version), event, now));
        if (!versions.isEmpty()) {
            now.forEach((version, event) -> {
                if (!versions.containsKey(version)) {
                    added(new EventType(product, name, version), versions, event);
                }
            });
        }
    }

    private void released(EventType type, ObjectNode event, SortedMap<Integer, ObjectNode> now) {
        Set<Integer> taken = now.keySet();
        int free = taken.stream().mapToInt(Integer::intValue).max().orElse(type.version()) + 1;
        Changes changes = new Changes(new Scope.InPlace(product, type.name(), type.version(), free));
        ObjectNode current = now.get(type.version());
        if (current == null) {
            changes.add(Kind.VERSION_DELETED, file(type), type.name() + " " + type.version());
        } else if (!current.equals(event)) {
            compare(event, current, file(type), changes);
            if (!changes.isBreaking()) {
                reader.refuses(type, event, current)
                        .forEach(trouble -> changes.add(Kind.UNREADABLE, file(type), trouble));
            }
        }
        found.addAll(changes.all());
    }

    private void added(EventType type, SortedMap<Integer, ObjectNode> versions, ObjectNode event) {
        int latest = versions.lastKey();
        if (type.version() < latest) {
            Changes changes = new Changes(new Scope.Settings(product));
            changes.add(Kind.VERSION_TOO_LOW, file(type), type.version() + " is below " + latest);
            found.addAll(changes.all());
            return;
        }
        Changes changes = new Changes(new Scope.NewVersion(product, type.name(), type.version(), latest));
        compare(versions.sequencedValues().getLast(), event, file(type), changes);
        found.addAll(changes.all());
    }

    private static void compare(JsonNode released, JsonNode current, At at, Changes changes) {
        new PolicyComparison(changes).compare(released, current, at);
        new SchemaComparison(changes)
                .compare(
                        Words.without(Words.ALL, released.path("schema")),
                        Words.without(Words.ALL, current.path("schema")),
                        at);
    }

    private static At file(EventType type) {
        return At.of(type.product() + "/events/" + type.name() + "/" + type.version() + ".json");
    }
}
