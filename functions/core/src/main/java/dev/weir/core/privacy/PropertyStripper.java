package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.PiiPolicy;
import dev.weir.core.catalog.PropertyPolicy;
import dev.weir.core.event.PiiKind;
import dev.weir.core.event.PrivacyClass;
import dev.weir.core.event.Redaction;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes personal data out of the properties of one event.
final class PropertyStripper {

    private final PiiRules rules;
    private final Treatment treatment;
    private final Anonymity anonymity;
    private final Trail trail;
    private final Rewriting rewriting;

    PropertyStripper(PiiRules rules, Treatment treatment, Anonymity anonymity, Trail trail) {
        this.rules = rules;
        this.treatment = treatment;
        this.anonymity = anonymity;
        this.trail = trail;
        this.rewriting = new Rewriting(trail);
    }

    /// The properties without it; the same object if there was none.
    ObjectNode strip(ObjectNode properties, Map<String, PropertyPolicy> policies) {
        return rewriting.members(properties, (key, value) -> {
            PropertyPolicy policy = policies.get(key);
            return policy == null ? removed("unknown") : declared(policy, key, value);
        });
    }

    private @Nullable JsonNode declared(PropertyPolicy policy, String key, JsonNode value) {
        if (anonymity.removes(policy.privacy())) {
            return removed(policy.privacy().label());
        }
        return policy.privacy() == PrivacyClass.IDENTIFIER ? value : inside(policy, meaning(policy, key), value);
    }

    /// What people typed is prose, unless the key says what it is.
    private Meaning meaning(PropertyPolicy policy, String key) {
        Meaning meaning = rules.meaning(key);
        return meaning == Meaning.PLAIN && policy.privacy() == PrivacyClass.FREE_TEXT ? Meaning.PROSE : meaning;
    }

    private @Nullable JsonNode inside(PropertyPolicy policy, Meaning meaning, JsonNode value) {
        return switch (policy.members()) {
            case PropertyPolicy.Members.Open _ -> open(value, meaning, policy.allowed());
            case PropertyPolicy.Members.Declared(Map<String, PropertyPolicy> byName) ->
                members(byName, meaning, value, policy.allowed());
        };
    }

    private @Nullable JsonNode members(
            Map<String, PropertyPolicy> byName, Meaning meaning, JsonNode value, Set<PiiKind> allowed) {
        return switch (value) {
            case ObjectNode object -> strip(object, byName);
            case ArrayNode array -> rewriting.items(array, item -> members(byName, meaning, item, allowed));
            default -> open(value, meaning, allowed);
        };
    }

    private @Nullable JsonNode open(JsonNode value, Meaning meaning, Set<PiiKind> allowed) {
        return switch (value) {
            case ObjectNode object -> rewriting.members(object, (key, member) -> member(key, member, allowed));
            case ArrayNode array -> rewriting.items(array, item -> open(item, meaning, allowed));
            default -> leaf(value, meaning, allowed);
        };
    }

    /// A member that nobody declared: its key is judged too.
    private @Nullable JsonNode member(String key, JsonNode value, Set<PiiKind> allowed) {
        Meaning meaning = rules.meaning(key);
        if (meaning.isPersonal() && !allowed.contains(PiiKind.PERSONAL_KEY) && maySay(value)) {
            return personal(value);
        }
        if (!anonymity.masked(key).equals(key)) {
            return removed(PrivacyClass.IDENTIFIER.label());
        }
        return isPersonal(key, allowed) ? removed("personal_data_in_key") : open(value, meaning, allowed);
    }

    /// True, false and null say nothing of a person, whatever the key.
    private static boolean maySay(JsonNode value) {
        return !value.isBoolean() && !value.isNull();
    }

    private @Nullable JsonNode personal(JsonNode value) {
        String kept = treatment.replacement(PiiKind.PERSONAL_KEY, value.isValueNode() ? value.asText() : "", trail);
        boolean gone =
                treatment.policy().on(PiiKind.PERSONAL_KEY) == PiiPolicy.Action.REMOVE || value.isContainerNode();
        return gone ? null : JsonNodeFactory.instance.textNode(kept);
    }

    private boolean isPersonal(String key, Set<PiiKind> allowed) {
        boolean personal = false;
        for (Finding finding : rules.scanner().scan(key, Meaning.PROSE)) {
            if (!allowed.contains(finding.kind())) {
                personal = true;
                if (treatment.policy().on(finding.kind()) == PiiPolicy.Action.REJECT) {
                    treatment.ledger().refuse(trail.pointer(), finding.kind());
                }
            }
        }
        return personal;
    }

    private @Nullable JsonNode leaf(JsonNode value, Meaning meaning, Set<PiiKind> allowed) {
        JsonNode hidden = anonymity.hidden(value);
        if (!hidden.equals(value)) {
            treatment.ledger().note(trail.pointer(), PrivacyClass.IDENTIFIER.label(), Redaction.Action.MASKED);
        }
        if (!hidden.isTextual() && !(hidden.isNumber() && meaning.isPersonal())) {
            return hidden;
        }
        String text = hidden.asText();
        String kept = treatment.applied(text, meaning, allowed, trail);
        if (kept == null || text.equals(kept)) {
            return kept == null ? null : hidden;
        }
        return hidden.isTextual() ? JsonNodeFactory.instance.textNode(kept) : null;
    }

    private @Nullable JsonNode removed(String found) {
        treatment.ledger().note(trail.pointer(), found, Redaction.Action.REMOVED);
        return null;
    }
}
