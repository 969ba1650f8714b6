package dev.weir.schemas.compiler;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.PrivacyClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Where the properties are the whole event, an identity inside of a member is one of them as well: it must not be
/// pseudonymised in the envelope, and kept as it is in the properties.
final class NestedIdentities {

    private static final Set<String> NOT_KEPT = Set.of(PrivacyClass.IDENTIFIER.label(), PrivacyClass.SENSITIVE.label());

    private final ObjectNode events;
    private final Problems problems;

    /// @param events the product's events, compiled
    NestedIdentities(ObjectNode events, Problems problems) {
        this.events = events;
        this.problems = problems;
    }

    /// @param taken members of the event that are not properties
    void check(JsonNode form, Set<String> taken, Place at) {
        form.path("identities").forEachEntry((kind, pointer) -> {
            JsonPointer place = JsonPointer.compile(pointer.asText());
            if (taken.contains(place.getMatchingProperty())) {
                return;
            }
            for (String event : names(form)) {
                if (events.path(event).valueStream().anyMatch(version -> keeps(version.path("properties"), place))) {
                    problems.report(
                            at.child("identities").child(kind),
                            "maps " + place + ", which " + event + " keeps as it is among its properties",
                            "make it an identifier there, with " + PropertyRules.IDENTITY + " " + kind);
                }
            }
        });
    }

    private List<String> names(JsonNode form) {
        if (form.has("event")) {
            return List.of(form.path("event").asText());
        }
        List<String> names = new ArrayList<>();
        events.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /// What has no policy is stripped.
    private static boolean keeps(JsonNode policies, JsonPointer place) {
        JsonNode policy = policies.path(place.getMatchingProperty());
        if (policy.isMissingNode() || NOT_KEPT.contains(policy.path("privacy").asText())) {
            return false;
        }
        return place.tail().matches() || policy.has("open") || keeps(policy.path("properties"), place.tail());
    }
}
