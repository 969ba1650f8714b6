package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Compiles what may be done with properties, and with the members of those that are objects or arrays of objects.
final class PropertyPolicies {

    private PropertyPolicies() {}

    /// By name, of the properties that a schema declares.
    static ObjectNode of(JsonNode schema) {
        ObjectNode policies = JsonNodeFactory.instance.objectNode();
        schema.path("properties").forEachEntry((name, property) -> policies.set(name, policy(property)));
        return policies;
    }

    private static ObjectNode policy(JsonNode property) {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        policy.set("privacy", property.path(PropertyRules.PRIVACY));
        if (property.has(PropertyRules.IDENTITY)) {
            policy.set("identity", property.path(PropertyRules.IDENTITY));
        }
        if (property.has(PropertyRules.ALLOW)) {
            policy.set("allow", property.path(PropertyRules.ALLOW));
        }
        if (property.has("properties")) {
            policy.set("properties", of(property));
        } else if (property.path("items").has("properties")) {
            policy.set("items", of(property.path("items")));
        } else if (OpenValues.allows(property)) {
            policy.put("open", true);
        }
        return policy;
    }
}
