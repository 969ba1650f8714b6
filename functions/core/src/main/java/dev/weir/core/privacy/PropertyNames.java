package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.PropertyPolicy;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.PrivacyClass;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.RawIdentities;
import dev.weir.core.event.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Names the identifiers of one event. An identifier that occurs again is the same person again, wherever it is.
final class PropertyNames {

    private final Names names;
    private final Trail trail;
    private final Rewriting rewriting;
    private final Occurrences known = new Occurrences();
    private final List<Redaction> redactions = new ArrayList<>(0);

    PropertyNames(Names names, Trail trail) {
        this.names = names;
        this.trail = trail;
        this.rewriting = new Rewriting(trail);
    }

    /// What was named in the properties.
    List<Redaction> redactions() {
        return redactions;
    }

    /// The pseudonym of an identifier, which will be known by it from now on.
    Pseudonym learn(String kind, String id) {
        Pseudonym pseudonym = names.name(kind, id);
        known.add(id, pseudonym.hex());
        return pseudonym;
    }

    /// The properties with every identifier named; the same object if there is none.
    ObjectNode named(ObjectNode properties, Map<String, PropertyPolicy> policies) {
        return occurrences(declared(properties, policies), policies);
    }

    String inContext(String value) {
        return known.replacedParts(value);
    }

    /// First what the catalog declares, so that all of them are known before their occurrences are looked for.
    private ObjectNode declared(ObjectNode object, Map<String, PropertyPolicy> policies) {
        return rewriting.members(object, (key, value) -> {
            PropertyPolicy policy = policies.get(key);
            return policy == null ? value : declared(policy, key, value);
        });
    }

    private JsonNode declared(PropertyPolicy policy, String key, JsonNode value) {
        if (policy.privacy() == PrivacyClass.IDENTIFIER) {
            IdentityKind identity = policy.identity();
            JsonNode named = everyValue(identity == null ? key : identity.label(), value);
            return noted(named, value);
        }
        return switch (policy.members()) {
            case PropertyPolicy.Members.Open _ -> value;
            case PropertyPolicy.Members.Declared(Map<String, PropertyPolicy> byName) -> inside(byName, value);
        };
    }

    private JsonNode inside(Map<String, PropertyPolicy> byName, JsonNode value) {
        return switch (value) {
            case ObjectNode object -> declared(object, byName);
            case ArrayNode array -> rewriting.items(array, item -> inside(byName, item));
            default -> value;
        };
    }

    private JsonNode everyValue(String kind, JsonNode value) {
        if (value.isArray()) {
            ArrayNode named = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(item -> named.add(everyValue(kind, item)));
            return named;
        }
        boolean names = value.isTextual() || value.isNumber();
        return names
                ? JsonNodeFactory.instance.textNode(
                        learn(kind, RawIdentities.canonical(value)).hex())
                : JsonNodeFactory.instance.nullNode();
    }

    /// Names of the catalog are nobody's; keys that nobody declared may be.
    private ObjectNode occurrences(ObjectNode object, Map<String, PropertyPolicy> policies) {
        return rewriting.members(object, (key, value) -> {
            PropertyPolicy policy = policies.get(key);
            return policy == null ? open(value) : occurrences(value, policy.members());
        });
    }

    private JsonNode occurrences(JsonNode value, PropertyPolicy.Members members) {
        return switch (members) {
            case PropertyPolicy.Members.Open _ -> open(value);
            case PropertyPolicy.Members.Declared(Map<String, PropertyPolicy> byName) ->
                switch (value) {
                    case ObjectNode object -> occurrences(object, byName);
                    case ArrayNode array -> rewriting.items(array, item -> occurrences(item, members));
                    default -> leaf(value);
                };
        };
    }

    private JsonNode open(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> rewriting.members(object, this::key, (_, member) -> open(member));
            case ArrayNode array -> rewriting.items(array, this::open);
            default -> leaf(value);
        };
    }

    private String key(String key) {
        String named = known.replaced(key);
        if (!named.equals(key)) {
            hashed();
        }
        return named;
    }

    private JsonNode leaf(JsonNode value) {
        if (!value.isTextual()) {
            return noted(known.replaced(value), value);
        }
        String named = known.replaced(value.textValue());
        return named.equals(value.textValue()) ? value : noted(JsonNodeFactory.instance.textNode(named), value);
    }

    private JsonNode noted(JsonNode named, JsonNode value) {
        if (!named.equals(value)) {
            hashed();
        }
        return named;
    }

    private void hashed() {
        redactions.add(new Redaction(trail.pointer(), PrivacyClass.IDENTIFIER.label(), Redaction.Action.HASHED));
    }
}
