package dev.weir.core.event;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The pseudonyms of an event, and the version of the key that made them.
///
/// @param keyVersion 1 or more
public record Identities(Map<IdentityKind, Pseudonym> byKind, int keyVersion) {

    public Identities {
        Map<IdentityKind, Pseudonym> ordered = new EnumMap<>(IdentityKind.class);
        ordered.putAll(byKind);
        byKind = Collections.unmodifiableMap(ordered);
    }

    public Optional<Pseudonym> pseudonym(IdentityKind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /// The one that rows are sorted, partitioned and erased by: the first there is, in the order of [IdentityKind].
    public Optional<Pseudonym> subject() {
        for (IdentityKind kind : IdentityKind.values()) {
            if (byKind.containsKey(kind)) {
                return pseudonym(kind);
            }
        }
        return Optional.empty();
    }
}
