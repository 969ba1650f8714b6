package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.PiiKind;
import dev.weir.core.event.PrivacyClass;
import java.util.Set;
import java.util.function.Consumer;

/// What every property must say of itself, at any depth.
final class PropertyRules {

    static final String PRIVACY = "x-weir-privacy";
    static final String IDENTITY = "x-weir-identity";
    static final String ALLOW = "x-weir-allow";

    private static final Set<String> ANNOTATIONS = Set.of(
            "x-weir-event",
            "x-weir-version",
            "x-weir-purpose",
            "x-weir-category",
            "x-weir-sources",
            "x-weir-origin",
            "x-weir-sampling",
            "x-weir-retention",
            PRIVACY,
            IDENTITY,
            ALLOW);

    private static final Set<String> NOT_SEARCHED =
            Set.of(PrivacyClass.IDENTIFIER.label(), PrivacyClass.SENSITIVE.label());

    private final Problems problems;

    PropertyRules(Problems problems) {
        this.problems = problems;
    }

    void check(JsonNode schema, Place at) {
        Subschemas.visit(schema, at, (part, place) -> {
            annotationsAreKnown(part, place);
            JsonNode properties = part.path("properties");
            properties.forEachEntry((name, property) ->
                    property(property, place.child("properties").child(name)));
            part.path("required").forEach(name -> requiredIsDefined(name.asText(), properties, place));
        });
    }

    private void annotationsAreKnown(JsonNode schema, Place at) {
        for (var member : schema.properties()) {
            if (member.getKey().startsWith("x-weir-") && !ANNOTATIONS.contains(member.getKey())) {
                problems.report(
                        at.child(member.getKey()),
                        "is not an annotation that Weir knows",
                        "mend its name, or remove it");
            }
        }
    }

    private void property(JsonNode property, Place at) {
        JsonNode privacy = property.path(PRIVACY);
        if (privacy.isMissingNode()) {
            problems.report(
                    at,
                    "has no privacy class",
                    "add \"" + PRIVACY + "\": none, identifier, quasi, sensitive or free_text");
        } else {
            known(privacy, at.child(PRIVACY), PrivacyClass::of);
        }
        JsonNode identity = property.path(IDENTITY);
        if (!identity.isMissingNode()) {
            known(identity, at.child(IDENTITY), IdentityKind::of);
            onlyIdentifiersHaveAnIdentity(privacy, at.child(IDENTITY));
        }
        allowed(property, at.child(ALLOW));
    }

    /// What is removed or named is not searched, so there is nothing to allow.
    private void allowed(JsonNode property, Place at) {
        JsonNode kinds = property.path(ALLOW);
        if (kinds.isMissingNode()) {
            return;
        }
        if (!kinds.isArray() || kinds.isEmpty()) {
            problems.report(at, "is no list of kinds of personal data", "write a list, such as [\"ip_address\"]");
        }
        kinds.forEach(kind -> known(kind, at, PiiKind::of));
        if (NOT_SEARCHED.contains(property.path(PRIVACY).asText())) {
            problems.report(
                    at, "allows what is not searched for", "remove it: values of this class are not kept as they are");
        }
    }

    private void onlyIdentifiersHaveAnIdentity(JsonNode privacy, Place at) {
        if (!privacy.asText().equals(PrivacyClass.IDENTIFIER.label())) {
            problems.report(
                    at,
                    "names an identity, but the property is not an identifier",
                    "make its " + PRIVACY + " identifier, or remove it");
        }
    }

    private void known(JsonNode label, Place at, Consumer<String> words) {
        try {
            words.accept(label.asText());
        } catch (IllegalArgumentException e) {
            problems.report(at, String.valueOf(e.getMessage()), "use one of the known words");
        }
    }

    private void requiredIsDefined(String name, JsonNode properties, Place at) {
        if (!properties.has(name)) {
            problems.report(
                    at.child("required"),
                    "requires '" + name + "', which is not among the properties",
                    "define the property, or take it off the list");
        }
    }
}
