package dev.weir.core.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.EventPolicy;
import dev.weir.core.catalog.PropertyPolicy;
import dev.weir.core.event.PrivacyClass;
import java.util.Set;

/// Whether properties that were stripped and pseudonymised still have the shape of their event. Properties that privacy
/// changes as a rule are not looked at. Beyond those, every value that was taken out or masked at the door may explain
/// one property that is missing or unlike itself.
///
/// @param redactions values that were taken out, masked or named at the door
record StoredShape(EventPolicy policy, int redactions) {

    private static final Set<PrivacyClass> CHANGED =
            Set.of(PrivacyClass.IDENTIFIER, PrivacyClass.SENSITIVE, PrivacyClass.FREE_TEXT);

    boolean fits(ObjectNode properties) {
        long broken = policy.schema().check(properties, "").stream()
                .map(violation -> violation.pointer().split("/", 3))
                .map(steps -> steps.length > 1 ? steps[1] : "")
                .distinct()
                .filter(this::isMeant)
                .count();
        return broken == 0 || broken <= redactions - named(properties);
    }

    /// Identifiers that were named are still there, so they explain nothing.
    private long named(ObjectNode properties) {
        return properties.properties().stream()
                .map(property -> policy.properties().get(property.getKey()))
                .filter(known -> known != null && known.privacy() == PrivacyClass.IDENTIFIER)
                .count();
    }

    private boolean isMeant(String property) {
        PropertyPolicy known = policy.properties().get(property);
        return known == null || !CHANGED.contains(known.privacy());
    }
}
