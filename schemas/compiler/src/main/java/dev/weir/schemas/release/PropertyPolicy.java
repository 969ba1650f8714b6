package dev.weir.schemas.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.event.PrivacyClass;

/// Compares what may be done with a property.
final class PropertyPolicy {

    static final String PRIVACY = "x-weir-privacy";

    private static final String IDENTITY = "x-weir-identity";

    private final Changes changes;

    PropertyPolicy(Changes changes) {
        this.changes = changes;
    }

    void compare(JsonNode released, JsonNode current, At at) {
        String before = released.path(PRIVACY).asText();
        String now = current.path(PRIVACY).asText();
        if (!before.equals(now)) {
            Kind kind = left(now) > left(before) ? Kind.PRIVACY_LOOSENED : Kind.PRIVACY_TIGHTENED;
            changes.add(kind, at.keyword(PRIVACY), word(before) + " to " + word(now));
        }
        if (!released.path(IDENTITY).equals(current.path(IDENTITY))) {
            String identities = word(released.path(IDENTITY).asText()) + " to "
                    + word(current.path(IDENTITY).asText());
            changes.add(Kind.IDENTITY_CHANGED, at.keyword(IDENTITY), identities);
        }
    }

    /// How much of a value is left once its class has been applied, as a rank. What has no class is not kept.
    private static int left(String label) {
        if (label.isEmpty()) {
            return 0;
        }
        return switch (PrivacyClass.of(label)) {
            case SENSITIVE -> 0;
            case IDENTIFIER -> 1;
            case FREE_TEXT -> 2;
            case QUASI -> 3;
            case NONE -> 4;
        };
    }

    private static String word(String label) {
        return label.isEmpty() ? "nothing said" : label;
    }
}
