package dev.weir.core.event;

import java.util.EnumMap;
import java.util.Map;

/// Identifiers as they were sent. They live until pseudonymisation and are never printed.
public record RawIdentities(Map<IdentityKind, String> byKind) {

    public RawIdentities {
        byKind = byKind.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(byKind));
    }

    @Override
    public String toString() {
        return "RawIdentities" + byKind.keySet();
    }
}
