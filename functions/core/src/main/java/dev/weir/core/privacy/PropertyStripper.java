package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.weir.core.catalog.PropertyPolicy;
import dev.weir.core.event.PrivacyClass;
import dev.weir.core.event.Redaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Copies the properties of one event, leaving personal data behind.
final class PropertyStripper {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Set<String> forbidden;
    private final boolean anonymous;
    private final List<Redaction> redactions;

    /// @param forbidden values that must not stay, wherever they are
    /// @param anonymous whether identifiers are removed too
    PropertyStripper(Set<String> forbidden, boolean anonymous, List<Redaction> redactions) {
        this.forbidden = forbidden;
        this.anonymous = anonymous;
        this.redactions = redactions;
    }

    ObjectNode strip(ObjectNode properties, Map<String, PropertyPolicy> policies, String at) {
        ObjectNode kept = NODES.objectNode();
        properties.forEachEntry((key, value) -> {
            PropertyPolicy policy = policies.get(key);
            JsonNode stripped = policy == null ? remove(at, key, "unknown") : declared(policy, value, at, key);
            if (stripped != null) {
                kept.set(key, stripped);
            }
        });
        return kept;
    }

    private @Nullable JsonNode declared(PropertyPolicy policy, JsonNode value, String at, String key) {
        return switch (policy.privacy()) {
            case SENSITIVE -> remove(at, key, PrivacyClass.SENSITIVE.label());
            case IDENTIFIER -> anonymous ? remove(at, key, PrivacyClass.IDENTIFIER.label()) : value;
            case NONE, QUASI, FREE_TEXT -> inside(policy.members(), value, at + "/" + shown(key));
        };
    }

    private JsonNode inside(PropertyPolicy.Members members, JsonNode value, String at) {
        return switch (members) {
            case PropertyPolicy.Members.Open _ -> scan(value, at);
            case PropertyPolicy.Members.Declared(Map<String, PropertyPolicy> byName) -> members(byName, value, at);
        };
    }

    private JsonNode members(Map<String, PropertyPolicy> byName, JsonNode value, String at) {
        return switch (value) {
            case ObjectNode object -> strip(object, byName, at);
            case ArrayNode array -> each(array, at, (item, place) -> members(byName, item, place));
            default -> scan(value, at);
        };
    }

    private @Nullable JsonNode remove(String at, String key, String found) {
        redactions.add(new Redaction(at + "/" + shown(key), found, Redaction.Action.REMOVED));
        return null;
    }

    private JsonNode scan(JsonNode value, String at) {
        return switch (value) {
            case TextNode text -> mask(text, at);
            case ObjectNode object -> scan(object, at);
            case ArrayNode array -> each(array, at, this::scan);
            default -> value;
        };
    }

    private JsonNode scan(ObjectNode object, String at) {
        ObjectNode kept = NODES.objectNode();
        object.forEachEntry((key, value) -> {
            JsonNode stripped;
            if (PersonalKeys.contains(key)) {
                stripped = remove(at, key, "personal_key");
            } else if (!PiiScanner.scan(key).isEmpty()) {
                stripped = remove(at, key, "personal_data_in_key");
            } else {
                stripped = scan(value, at + "/" + shown(key));
            }
            if (stripped != null) {
                kept.set(key, stripped);
            }
        });
        return kept;
    }

    private static JsonNode each(ArrayNode array, String at, BiFunction<JsonNode, String, JsonNode> stripping) {
        ArrayNode kept = NODES.arrayNode(array.size());
        for (int i = 0; i < array.size(); i++) {
            kept.add(stripping.apply(array.get(i), at + "/" + i));
        }
        return kept;
    }

    private JsonNode mask(TextNode text, String at) {
        if (forbidden.contains(text.textValue())) {
            redactions.add(new Redaction(at, PrivacyClass.IDENTIFIER.label(), Redaction.Action.MASKED));
            return NODES.textNode("[identifier]");
        }
        List<Finding> findings = PiiScanner.scan(text.textValue());
        if (findings.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (Finding finding : findings) {
            masked.append(text.textValue(), done, finding.start())
                    .append('[')
                    .append(finding.kind())
                    .append(']');
            done = finding.end();
            redactions.add(new Redaction(at, finding.kind(), Redaction.Action.MASKED));
        }
        return NODES.textNode(
                masked.append(text.textValue(), done, text.textValue().length()).toString());
    }

    /// A key as it may be shown: a key that does not look like a property's name may itself be personal.
    private static String shown(String key) {
        boolean plain = key.length() <= 64 && key.chars().allMatch(PropertyStripper::isNameCharacter);
        return plain && PiiScanner.scan(key).isEmpty() && !key.isEmpty() ? key : "*";
    }

    private static boolean isNameCharacter(int c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
