package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Purpose;
import java.util.Set;
import java.util.TreeSet;

/// Compiles what becomes of an event whose purpose is refused, or not decided about: it is dropped, unless the product
/// says otherwise.
final class ConsentCompiler {

    private static final String DROP = "drop";

    /// The members of the European Economic Area (GDPR, EEA Joint Committee Decision 154/2018) and the United Kingdom.
    private static final Set<String> ASK_FIRST = Set.of("""
            AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO GB
            """.strip().split(" "));

    private final StoredEnvelope stored;
    private final Problems problems;
    private final Set<String> asked;
    private final Set<String> collected;

    /// @param asked purposes that a form has the flag of
    /// @param collected purposes of the product's events
    ConsentCompiler(StoredEnvelope stored, Problems problems, Set<String> asked, Set<String> collected) {
        this.stored = stored;
        this.problems = problems;
        this.asked = asked;
        this.collected = collected;
    }

    ObjectNode compile(JsonNode consent, Place at) {
        ObjectNode compiled = JsonNodeFactory.instance.objectNode();
        region(consent, at, compiled);
        asksFirst(consent, at);
        objection(consent, at, compiled);
        tagged(consent, at, compiled.putArray("tagged"));
        without(consent, at, compiled.putObject("without"));
        return compiled;
    }

    private void region(JsonNode consent, Place at, ObjectNode compiled) {
        boolean optOut = !consent.path("opt_out").isEmpty();
        if (consent.has("region_field")) {
            regionIsContext(consent.path("region_field").asText(), at.child("region_field"));
            compiled.set("region_field", consent.path("region_field"));
        } else if (optOut) {
            problems.report(
                    at.child("opt_out"),
                    "names regions, but no event tells its region",
                    "name the context field that holds it under region_field, or remove the list");
        }
        consent.path("opt_out").forEach(compiled.putArray("opt_out")::add);
    }

    /// A product may let more regions opt out, but not those whose law asks first.
    private void asksFirst(JsonNode consent, Place at) {
        consent.path("opt_out").forEach(region -> {
            if (ASK_FIRST.contains(region.asText())) {
                problems.report(
                        at.child("opt_out"),
                        "lists " + region.asText() + ", where consent has to be given first",
                        "remove it: the EEA and the United Kingdom are opt-in");
            }
        });
    }

    private void objection(JsonNode consent, Place at, ObjectNode compiled) {
        if (consent.has("objection")) {
            Set<String> purposes = purposes();
            ArrayNode covered = compiled.putArray("objection");
            consent.path("objection").forEach(purpose -> {
                known(purpose.asText(), purposes, at.child("objection"), "use some of " + purposes);
                covered.add(purpose);
            });
        }
    }

    private Set<String> purposes() {
        Set<String> purposes = new TreeSet<>(asked);
        purposes.addAll(collected);
        purposes.remove(Purpose.ESSENTIAL.name());
        return purposes;
    }

    private void regionIsContext(String field, Place at) {
        if (stored.field(field).filter(StoredField::isContext).isEmpty()) {
            problems.report(at, "'" + field + "' is not a context field", "use one, such as market or country");
        }
    }

    private void tagged(JsonNode consent, Place at, ArrayNode compiled) {
        consent.path("tagged").forEach(purpose -> {
            known(purpose.asText(), asked, at.child("tagged"), "use one of " + asked + ", whose flags events carry");
            compiled.add(purpose);
        });
    }

    private void without(JsonNode consent, Place at, ObjectNode compiled) {
        Set<String> purposes = purposes();
        consent.path("without").forEachEntry((purpose, effect) -> {
            Place here = at.child("without").child(purpose);
            known(purpose, purposes, here, "use one of " + purposes);
            if (consent.path("tagged")
                    .valueStream()
                    .anyMatch(tagged -> tagged.asText().equals(purpose))) {
                problems.report(here, "is tagged as well", "tag its events, or drop or anonymise them");
            }
            if (!effect.asText().equals(DROP)) {
                compiled.set(purpose, effect);
            }
        });
    }

    private void known(String purpose, Set<String> purposes, Place at, String remedy) {
        if (!purposes.contains(purpose)) {
            problems.report(
                    at,
                    purpose.equals(Purpose.ESSENTIAL.name())
                            ? "takes what needs no consent for refused"
                            : "'" + purpose + "' is no purpose that anybody is asked about",
                    remedy);
        }
    }
}
