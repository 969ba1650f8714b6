package dev.weir.schemas.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.event.PrivacyClass;
import java.util.Set;
import java.util.TreeSet;

/// Compares what may be done with a property.
final class PropertyPolicy {

    static final String PRIVACY = "x-weir-privacy";

    static final String IDENTITY = "x-weir-identity";

    /// Kinds of personal data that a value may hold.
    static final String ALLOW = "x-weir-allow";

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
        allowed(Released.texts(released.path(ALLOW)), Released.texts(current.path(ALLOW)), at);
    }

    private void allowed(Set<String> before, Set<String> now, At at) {
        if (!before.equals(now)) {
            Kind kind = before.containsAll(now) ? Kind.PRIVACY_TIGHTENED : Kind.PRIVACY_LOOSENED;
            changes.add(kind, at.keyword(ALLOW), allowing(before) + " to " + allowing(now));
        }
    }

    private static String allowing(Set<String> kinds) {
        return kinds.isEmpty() ? "nothing allowed" : String.join(" and ", new TreeSet<>(kinds)) + " allowed";
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
