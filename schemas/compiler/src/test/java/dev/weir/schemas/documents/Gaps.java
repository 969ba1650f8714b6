package dev.weir.schemas.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a document names and a catalog lacks, each in a line.
final class Gaps {

    private final String product;
    private final CatalogedProduct catalog;
    private final boolean marksRequired;
    private final List<String> gaps = new ArrayList<>();

    private Gaps(String product, CatalogedProduct catalog) {
        this.product = product;
        this.catalog = catalog;
        this.marksRequired = Set.of("thedata", "tenant-telemetry").contains(product);
    }

    static List<String> between(String product, Extract document, CatalogedProduct catalog) {
        Gaps gaps = new Gaps(product, catalog);
        document.envelope().forEach(gaps::envelope);
        document.types().forEach(gaps::type);
        document.events().forEach(gaps::event);
        return gaps.gaps;
    }

    private void envelope(DocumentedKey key) {
        if (catalog.places("", false).stream().noneMatch(place -> (place + "/").startsWith(pointer(key) + "/"))) {
            gaps.add(product + ": no envelope key " + key.path());
        }
    }

    private void type(DocumentedKey type) {
        JsonNode defined = catalog.types().path(type.path());
        if (defined.isMissingNode()) {
            gaps.add(product + ": no type " + type.path());
        }
        values(product + ": type " + type.path(), type, defined);
    }

    private void event(DocumentedEvent event) {
        if (!catalog.has(event.name())) {
            gaps.add(product + ": no event " + event.name());
            return;
        }
        String at = product + " " + event.name() + ": ";
        Set<String> allowed = new TreeSet<>();
        catalog.event(event.name()).path("sources").forEach(source -> allowed.add(source.asText()));
        event.sources().stream()
                .filter(source -> !allowed.contains(source))
                .forEach(source -> gaps.add(at + "not from a " + source));
        event.keys().forEach(key -> key(at, event.name(), key));
    }

    private void key(String at, String event, DocumentedKey key) {
        boolean inEnvelope = catalog.places(event, false).contains(pointer(key));
        var property = catalog.property(event, key.path());
        if (property.isEmpty() && !inEnvelope) {
            gaps.add(at + "no key " + key.path());
        }
        property.ifPresent(found -> values(at + key.path(), key, found));
        if (marksRequired && !key.optional() && !isRequired(event, key)) {
            gaps.add(at + key.path() + " is not required");
        }
    }

    private boolean isRequired(String event, DocumentedKey key) {
        return catalog.places(event, true).contains(pointer(key))
                || (catalog.property(event, key.path()).isPresent() && catalog.requires(event, key.path()));
    }

    private void values(String at, DocumentedKey key, JsonNode schema) {
        Set<String> known = new TreeSet<>();
        schema.findValues("enum").forEach(list -> list.forEach(value -> known.add(value.asText())));
        schema.findValues("const").forEach(value -> known.add(value.asText()));
        key.values().stream()
                .filter(value -> !known.contains(value))
                .forEach(value -> gaps.add(at + " lacks the value " + value));
    }

    private static String pointer(DocumentedKey key) {
        return "/" + key.path().replace('.', '/');
    }
}
