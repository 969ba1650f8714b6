package dev.weir.core.catalog;

import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.PiiKind;
import dev.weir.core.event.PrivacyClass;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What may be done with a property of an event.
///
/// @param identity which identity an identifier belongs to, where it is one that the envelope knows too
/// @param allowed kinds of personal data that its values are not searched for
/// @param members the policies of an object's members, or of the members of an array's objects
public record PropertyPolicy(
        PrivacyClass privacy, @Nullable IdentityKind identity, Set<PiiKind> allowed, Members members) {

    public PropertyPolicy {
        allowed = Set.copyOf(allowed);
    }

    /// What is inside of a property.
    public sealed interface Members {

        /// Values without members, or an object whose keys are anybody's.
        record Open() implements Members {}

        /// These and no others.
        record Declared(Map<String, PropertyPolicy> byName) implements Members {
            public Declared {
                byName = Map.copyOf(byName);
            }
        }
    }
}
