package dev.weir.schemas.compiler;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Purpose;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compiles how a product's envelope maps to ours, with the schema that an envelope must meet before it is read.
final class DialectCompiler {

    private static final List<String> FIELDS = List.of("event_name", "event_id", "client_timestamp", "schema_version");

    private final StoredEnvelope stored;
    private final Problems problems;
    private final JsonNode dialect;
    private final Place at;
    private final Map<JsonPointer, Place> mapped = new LinkedHashMap<>();

    /// @param dialect the product's mapping, of the right shape
    DialectCompiler(StoredEnvelope stored, Problems problems, JsonNode dialect, Place at) {
        this.stored = stored;
        this.problems = problems;
        this.dialect = dialect;
        this.at = at;
    }

    ObjectNode compile() {
        Set<JsonPointer> required = new HashSet<>();
        dialect.path("required").forEach(pointer -> required.add(JsonPointer.compile(pointer.asText())));
        IncomingEnvelope incoming = new IncomingEnvelope(required);
        map(dialect.path("properties"), at.child("properties"))
                .ifPresent(place -> incoming.putNeverNull(
                        place, JsonNodeFactory.instance.objectNode().put("type", "object")));
        fields(incoming);
        identities(incoming);
        consent(incoming);
        context(incoming);
        check();
        return compiled(incoming);
    }

    private void fields(IncomingEnvelope incoming) {
        for (String field : FIELDS) {
            if (dialect.has(field)) {
                map(dialect.path(field), at.child(field)).ifPresent(place -> incoming.put(place, stored.rules(field)));
            }
        }
    }

    private void identities(IncomingEnvelope incoming) {
        dialect.path("identities")
                .forEachEntry(
                        (kind, pointer) -> map(pointer, at.child("identities").child(kind))
                                .ifPresent(place -> incoming.put(
                                        place, stored.rawIdentifier().deepCopy())));
    }

    private void consent(IncomingEnvelope incoming) {
        dialect.path("consent")
                .forEachEntry(
                        (purpose, pointer) -> map(pointer, at.child("consent").child(purpose))
                                .ifPresent(place -> incoming.put(
                                        place, stored.consentSignal().deepCopy())));
    }

    private void context(IncomingEnvelope incoming) {
        dialect.path("context").forEachEntry((name, pointer) -> {
            Place here = at.child("context").child(name);
            Optional<StoredField> field = stored.field(name).filter(StoredField::isContext);
            if (field.filter(known -> !known.isFilledIn()).isEmpty()) {
                problems.report(
                        here,
                        field.isEmpty() ? "is not a context field" : "is filled in by Weir and cannot be sent",
                        "map one of " + stored.sentContext());
            }
            map(pointer, here).ifPresent(place -> incoming.put(place, stored.rules(name)));
        });
    }

    /// Where a field is, unless that place is taken.
    private Optional<JsonPointer> map(JsonNode pointer, Place here) {
        JsonPointer place = JsonPointer.compile(pointer.asText());
        for (var other : mapped.entrySet()) {
            if (overlap(place, other.getKey())) {
                problems.report(
                        here,
                        "maps " + place + ", which overlaps with "
                                + other.getValue().pointer(),
                        "let each field have a place of its own");
                return Optional.empty();
            }
        }
        mapped.put(place, here);
        return Optional.of(place);
    }

    private static boolean overlap(JsonPointer one, JsonPointer other) {
        return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
    }

    private void check() {
        if (dialect.path("consent").has(Purpose.ESSENTIAL.name())) {
            problems.report(
                    at.child("consent").child(Purpose.ESSENTIAL.name()),
                    "asks for consent to what needs none",
                    "remove it; an event with this purpose is always kept");
        }
        for (String field : List.of("event_id", "event_name")) {
            if (!texts("required").contains(dialect.path(field).asText())) {
                problems.report(at.child("required"), "lacks the place of " + field, "no event can do without: add it");
            }
        }
        for (String place : texts("required")) {
            if (!mapped.containsKey(JsonPointer.compile(place))) {
                problems.report(
                        at.child("required"), "requires " + place + ", which is not mapped", "map it, or remove it");
            }
        }
        for (String place : texts("ignored")) {
            if (mapped.containsKey(JsonPointer.compile(place))) {
                problems.report(at.child("ignored"), "ignores " + place + ", which is mapped", "do one or the other");
            }
        }
    }

    private Set<String> texts(String list) {
        Set<String> texts = new HashSet<>();
        dialect.path(list).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private ObjectNode compiled(IncomingEnvelope incoming) {
        ObjectNode compiled = JsonNodeFactory.instance.objectNode();
        dialect.forEachEntry((name, value) -> {
            if (!name.equals("required") && !name.equals("ignored")) {
                compiled.set(name, value);
            }
        });
        return compiled.set("schema", incoming.schema());
    }
}
