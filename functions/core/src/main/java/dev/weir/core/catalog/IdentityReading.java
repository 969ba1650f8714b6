package dev.weir.core.catalog;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.RawIdentities;
import dev.weir.core.event.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whose an event is: what it says, held against what the credential proves. An event that says nothing of somebody
/// whom
/// the credential proves is theirs; one that says null is nobody's, and stays so.
///
/// @param places where the event's form has identities
/// @param proven what the credential says; of kinds that the form does not have, nothing is taken
record IdentityReading(Map<IdentityKind, JsonPointer> places, RawIdentities proven, JsonNode event) {

    RawIdentities identities() {
        Map<IdentityKind, String> identities = new EnumMap<>(IdentityKind.class);
        places.forEach((kind, at) -> {
            JsonNode node = event.at(at);
            Optional<String> id = node.isMissingNode() ? of(kind) : said(node);
            id.ifPresent(known -> identities.put(kind, known));
        });
        return new RawIdentities(identities);
    }

    /// The identities that are others than the credential's. It has been proven, and the event has not.
    List<Violation> violations() {
        if (proven.byKind().isEmpty()) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        places.forEach((kind, at) -> of(kind).ifPresent(id -> {
            if (said(event.at(at)).filter(other -> !other.equals(id)).isPresent()) {
                violations.add(new Violation(
                        at.toString(),
                        "must be the " + kind.label() + " that the access token is of; leave it out, and it is"));
            }
        }));
        return violations;
    }

    private Optional<String> of(IdentityKind kind) {
        return Optional.ofNullable(proven.byKind().get(kind));
    }

    private static Optional<String> said(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? Optional.of(RawIdentities.canonical(node)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "IdentityReading[redacted]";
    }
}
