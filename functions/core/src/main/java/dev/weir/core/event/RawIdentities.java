package dev.weir.core.event;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// Identifiers as they were sent, in the order of [IdentityKind]. They live until pseudonymisation and are never
/// printed.
public record RawIdentities(Map<IdentityKind, String> byKind) {

    public RawIdentities {
        Map<IdentityKind, String> ordered = new EnumMap<>(IdentityKind.class);
        ordered.putAll(byKind);
        byKind = Collections.unmodifiableMap(ordered);
    }

    @Override
    public String toString() {
        return "RawIdentities" + byKind.keySet();
    }
}
