package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.PropertyPolicy;
import dev.weir.core.consent.ConsentDecision;
import dev.weir.core.event.PrivacyClass;
import dev.weir.core.event.RawIdentities;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes out of properties that were stripped and pseudonymised before what today's catalog would not let stay:
/// properties that it does not know, those of a class that goes, and identifiers that are no pseudonyms. Values are not
/// searched again.
public final class StoredProperties {

    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");

    private final Map<String, PropertyPolicy> policies;
    private final Anonymity anonymity;
    private final Rewriting rewriting = new Rewriting(new Trail(""));
    private int removed;

    /// @param policies of the event, today
    public StoredProperties(Map<String, PropertyPolicy> policies, ConsentDecision.Treatment treatment) {
        this.policies = policies;
        this.anonymity = new Anonymity(treatment, new RawIdentities(Map.of()));
    }

    /// What may stay; the same object if all of it may.
    public ObjectNode strip(ObjectNode properties) {
        return strip(properties, policies);
    }

    /// How many values were taken out.
    public int removed() {
        return removed;
    }

    private ObjectNode strip(ObjectNode object, Map<String, PropertyPolicy> declared) {
        return rewriting.members(object, (key, value) -> {
            PropertyPolicy policy = declared.get(key);
            return policy == null || anonymity.removes(policy.privacy()) ? gone() : kept(policy, value);
        });
    }

    private @Nullable JsonNode kept(PropertyPolicy policy, JsonNode value) {
        if (policy.privacy() == PrivacyClass.IDENTIFIER) {
            return isNamed(value) ? value : gone();
        }
        return switch (policy.members()) {
            case PropertyPolicy.Members.Open _ -> value;
            case PropertyPolicy.Members.Declared(Map<String, PropertyPolicy> byName) -> inside(byName, value);
        };
    }

    private JsonNode inside(Map<String, PropertyPolicy> byName, JsonNode value) {
        return switch (value) {
            case ObjectNode object -> strip(object, byName);
            case ArrayNode array -> rewriting.items(array, item -> inside(byName, item));
            default -> value;
        };
    }

    private static boolean isNamed(JsonNode value) {
        if (value instanceof ArrayNode array) {
            return array.valueStream().allMatch(StoredProperties::isNamed);
        }
        return value.isNull()
                || (value.isTextual() && PSEUDONYM.matcher(value.textValue()).matches());
    }

    private @Nullable JsonNode gone() {
        removed++;
        return null;
    }
}
