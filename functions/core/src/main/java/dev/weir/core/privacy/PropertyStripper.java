package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.weir.core.catalog.EventPolicy;
import dev.weir.core.catalog.PropertyPolicy;
import dev.weir.core.event.PrivacyClass;
import dev.weir.core.event.Redaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Copies the properties of one event, leaving personal data behind.
final class PropertyStripper {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final EventPolicy policy;
    private final List<Redaction> redactions;

    PropertyStripper(EventPolicy policy, List<Redaction> redactions) {
        this.policy = policy;
        this.redactions = redactions;
    }

    ObjectNode strip(ObjectNode properties, String at) {
        ObjectNode kept = NODES.objectNode();
        properties.forEachEntry((key, value) -> {
            PropertyPolicy property = policy.properties().get(key);
            JsonNode stripped = property == null ? remove(at, key, "unknown") : declared(property, value, at, key);
            if (stripped != null) {
                kept.set(key, stripped);
            }
        });
        return kept;
    }

    private @Nullable JsonNode declared(PropertyPolicy property, JsonNode value, String at, String key) {
        return switch (property.privacy()) {
            case SENSITIVE -> remove(at, key, PrivacyClass.SENSITIVE.label());
            case IDENTIFIER -> value;
            case NONE, QUASI, FREE_TEXT -> scan(value, at + "/" + shown(key));
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
            case ArrayNode array -> scan(array, at);
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

    private JsonNode scan(ArrayNode array, String at) {
        ArrayNode kept = NODES.arrayNode(array.size());
        for (int i = 0; i < array.size(); i++) {
            kept.add(scan(array.get(i), at + "/" + i));
        }
        return kept;
    }

    private JsonNode mask(TextNode text, String at) {
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
