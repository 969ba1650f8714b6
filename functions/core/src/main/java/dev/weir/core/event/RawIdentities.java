package dev.weir.core.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
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

    /// An identifier as text, the same whether it was sent as a text or as a number, with a fraction of zero or
    /// without.
    public static String canonical(JsonNode id) {
        if (!id.isNumber() || id.isIntegralNumber()) {
            return id.asText();
        }
        BigDecimal plain = id.decimalValue().stripTrailingZeros();
        return plain.scale() <= 0 ? plain.toPlainString() : id.asText();
    }

    @Override
    public String toString() {
        return "RawIdentities" + byKind.keySet();
    }
}
