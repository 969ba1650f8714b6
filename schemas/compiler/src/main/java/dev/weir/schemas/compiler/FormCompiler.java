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
import java.util.TreeSet;

/// Compiles one form of a product's envelope, with the schema that an envelope must meet before it is read.
final class FormCompiler {

    private static final List<String> FIELDS = List.of("event_name", "event_id", "client_timestamp", "schema_version");
    private static final List<String> NOT_COMPILED = List.of("required", "ignored", "numeric_identities");

    private final StoredEnvelope stored;
    private final ObjectNode events;
    private final Problems problems;
    private final JsonNode form;
    private final Place at;
    private final Map<JsonPointer, Place> mapped = new LinkedHashMap<>();

    /// @param events the product's events, compiled
    /// @param form the mapping, of the right shape
    FormCompiler(StoredEnvelope stored, ObjectNode events, Problems problems, JsonNode form, Place at) {
        this.stored = stored;
        this.events = events;
        this.problems = problems;
        this.form = form;
        this.at = at;
    }

    ObjectNode compile() {
        Set<JsonPointer> required = new HashSet<>();
        form.path("required").forEach(pointer -> required.add(JsonPointer.compile(pointer.asText())));
        IncomingEnvelope incoming = new IncomingEnvelope(required);
        properties(incoming);
        fields(incoming);
        identities(incoming);
        consent(incoming);
        kids(incoming);
        context(incoming);
        check();
        return compiled(incoming);
    }

    private boolean isPropertiesAsAWhole() {
        return form.path("properties").asText().isEmpty();
    }

    private void properties(IncomingEnvelope incoming) {
        if (!isPropertiesAsAWhole()) {
            map(form.path("properties"), at.child("properties"))
                    .ifPresent(place -> incoming.putNeverNull(
                            place, JsonNodeFactory.instance.objectNode().put("type", "object")));
        }
    }

    private void fields(IncomingEnvelope incoming) {
        for (String field : FIELDS) {
            if (form.has(field)) {
                map(form.path(field), at.child(field)).ifPresent(place -> incoming.put(place, stored.rules(field)));
            }
        }
    }

    private void identities(IncomingEnvelope incoming) {
        Set<String> numeric = texts("numeric_identities");
        form.path("identities").forEachEntry((kind, pointer) -> {
            ObjectNode rules = numeric.contains(kind) ? stored.rawNumericIdentifier() : stored.rawIdentifier();
            map(pointer, at.child("identities").child(kind)).ifPresent(place -> incoming.put(place, rules.deepCopy()));
        });
        for (String kind : numeric) {
            if (!form.path("identities").has(kind)) {
                problems.report(at.child("numeric_identities"), "lists " + kind + ", which is not mapped", "map it");
            }
        }
    }

    private void consent(IncomingEnvelope incoming) {
        form.path("consent")
                .forEachEntry(
                        (purpose, pointer) -> map(pointer, at.child("consent").child(purpose))
                                .ifPresent(place -> incoming.put(
                                        place, stored.consentSignal().deepCopy())));
    }

    /// A flag among the properties is read there, and stays there; its event's schema says what it may be.
    private void kids(IncomingEnvelope incoming) {
        String properties = form.path("properties").asText() + "/";
        for (JsonNode flag : form.path("kids")) {
            if (!flag.asText().startsWith(properties)) {
                map(flag, at.child("kids"))
                        .ifPresent(place ->
                                incoming.put(place, stored.consentSignal().deepCopy()));
            }
        }
    }

    private void context(IncomingEnvelope incoming) {
        form.path("context").forEachEntry((name, pointer) -> {
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
            if (overlap(place, other.getKey()) && !isVersionInProperties(here, place, other)) {
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

    /// Some products count a schema's version among its properties; it is read there, and stays there.
    private boolean isVersionInProperties(Place here, JsonPointer place, Map.Entry<JsonPointer, Place> other) {
        return here.equals(at.child("schema_version"))
                && other.getValue().equals(at.child("properties"))
                && place.toString().startsWith(other.getKey() + "/");
    }

    private static boolean overlap(JsonPointer one, JsonPointer other) {
        return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
    }

    private void check() {
        new EventNames(events, problems).check(form, at);
        if (form.path("consent").has(Purpose.ESSENTIAL.name())) {
            problems.report(
                    at.child("consent").child(Purpose.ESSENTIAL.name()),
                    "asks for consent to what needs none",
                    "remove it; an event with this purpose is always kept");
        }
        required();
        for (String place : texts("ignored")) {
            if (mapped.containsKey(JsonPointer.compile(place))) {
                problems.report(at.child("ignored"), "ignores " + place + ", which is mapped", "do one or the other");
            }
        }
        if (isPropertiesAsAWhole()) {
            new NestedIdentities(events, problems).check(form, taken(), at);
        }
    }

    private void required() {
        for (String field : List.of("event_id", "event_name")) {
            if (form.has(field) && !texts("required").contains(form.path(field).asText())) {
                problems.report(at.child("required"), "lacks the place of " + field, "no event can do without: add it");
            }
        }
        for (String place : texts("required")) {
            if (!mapped.containsKey(JsonPointer.compile(place))) {
                problems.report(
                        at.child("required"), "requires " + place + ", which is not mapped", "map it, or remove it");
            }
        }
    }

    private Set<String> texts(String list) {
        Set<String> texts = new HashSet<>();
        form.path(list).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private ObjectNode compiled(IncomingEnvelope incoming) {
        ObjectNode compiled = form.<ObjectNode>deepCopy().without(NOT_COMPILED);
        if (isPropertiesAsAWhole()) {
            taken().forEach(compiled.putArray("taken")::add);
        }
        return compiled.set("schema", incoming.schema());
    }

    /// Members of an event that are mapped or ignored as a whole, and so are not properties.
    private Set<String> taken() {
        Set<JsonPointer> places = new HashSet<>(mapped.keySet());
        texts("ignored").forEach(place -> places.add(JsonPointer.compile(place)));
        Set<String> taken = new TreeSet<>();
        for (JsonPointer place : places) {
            if (place.tail().matches()) {
                taken.add(place.getMatchingProperty());
            }
        }
        return taken;
    }
}
