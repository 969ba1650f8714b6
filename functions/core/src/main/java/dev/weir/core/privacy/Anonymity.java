package dev.weir.core.privacy;

import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.RawIdentities;
import java.util.List;
import java.util.Map;

/// What is left of identities without consent: one anonymous id, which counts people and leads to none of the
/// pseudonyms that they have elsewhere.
final class Anonymity {

    private static final List<IdentityKind> COUNTED =
            List.of(IdentityKind.ANONYMOUS, IdentityKind.USER, IdentityKind.PROFILE, IdentityKind.DEVICE);

    private Anonymity() {}

    static RawIdentities of(RawIdentities identities) {
        for (IdentityKind kind : COUNTED) {
            String id = identities.byKind().get(kind);
            if (id != null) {
                return new RawIdentities(Map.of(IdentityKind.ANONYMOUS, id));
            }
        }
        return new RawIdentities(Map.of());
    }
}
