package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.weir.core.consent.ConsentDecision;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.PrivacyClass;
import dev.weir.core.event.RawIdentities;
import dev.weir.core.event.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is left of a person. Without consent: one anonymous id, which counts people and leads to none of the pseudonyms
/// that they have elsewhere. Of a child: no id, and nothing that could tell children apart. Where an identifier occurs
/// in such an event, it is masked.
final class Anonymity {

    private static final List<IdentityKind> COUNTED =
            List.of(IdentityKind.ANONYMOUS, IdentityKind.USER, IdentityKind.PROFILE, IdentityKind.DEVICE);

    private final ConsentDecision.Treatment treatment;
    private final RawIdentities identities;
    private final Occurrences occurrences;

    Anonymity(ConsentDecision.Treatment treatment, RawIdentities identities) {
        this.treatment = treatment;
        this.identities = identities;
        this.occurrences = Occurrences.of(isWanted() ? identities.byKind().values() : Set.of(), "[identifier]");
    }

    /// Whether the event is to be kept without identifiers.
    boolean isWanted() {
        return treatment != ConsentDecision.Treatment.PSEUDONYMOUS;
    }

    /// Whether properties of a class do not stay.
    boolean removes(PrivacyClass privacy) {
        return switch (treatment) {
            case PSEUDONYMOUS -> privacy == PrivacyClass.SENSITIVE;
            case ANONYMOUS -> privacy == PrivacyClass.SENSITIVE || privacy == PrivacyClass.IDENTIFIER;
            case KIDS -> privacy != PrivacyClass.NONE;
        };
    }

    /// What is left of where it happened.
    Surroundings coarse(Surroundings surroundings, Ledger ledger) {
        return switch (treatment) {
            case PSEUDONYMOUS, ANONYMOUS -> surroundings;
            case KIDS -> Minimal.of(surroundings, ledger.redactions());
        };
    }

    /// The identities that stay.
    RawIdentities identities() {
        return switch (treatment) {
            case PSEUDONYMOUS -> identities;
            case ANONYMOUS -> counted(identities);
            case KIDS -> new RawIdentities(Map.of());
        };
    }

    String masked(String text) {
        return occurrences.replaced(text);
    }

    /// The same, for short identifiers that may be anything there.
    String maskedParts(String text) {
        return occurrences.replacedParts(text);
    }

    /// A text or number with identifiers masked, where that is wanted; the same value if there are none.
    JsonNode hidden(JsonNode value) {
        if (!isWanted()) {
            return value;
        }
        if (!value.isTextual()) {
            return occurrences.replaced(value);
        }
        String masked = masked(value.textValue());
        return masked.equals(value.textValue()) ? value : JsonNodeFactory.instance.textNode(masked);
    }

    private static RawIdentities counted(RawIdentities identities) {
        for (IdentityKind kind : COUNTED) {
            String id = identities.byKind().get(kind);
            if (id != null) {
                return new RawIdentities(Map.of(IdentityKind.ANONYMOUS, id));
            }
        }
        return new RawIdentities(Map.of());
    }
}
