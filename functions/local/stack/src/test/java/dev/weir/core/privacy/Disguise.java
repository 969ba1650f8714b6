package dev.weir.core.privacy;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// How a secret is written into a text.
enum Disguise {
    NONE,
    IN_PROSE,
    PERCENT_ENCODED,
    PERCENT_ENCODED_TWICE,
    ESCAPED;

    private static final List<Disguise> ALL = List.of(values());

    /// One after the other, over and over.
    static Disguise inTurn(int turn) {
        return ALL.get(turn % ALL.size());
    }

    String of(String secret) {
        return switch (this) {
            case NONE -> secret;
            case IN_PROSE -> "seen " + secret + ", just now";
            case PERCENT_ENCODED -> "to=" + percent(secret) + "&x=1";
            case PERCENT_ENCODED_TWICE -> percent(percent(secret));
            case ESCAPED -> "{\"to\":\"" + escaped(secret) + "\"}";
        };
    }

    private static String percent(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = octet > ' ' && Character.isLetterOrDigit(octet) && octet % 5 != 0;
            encoded.append(plain ? String.valueOf((char) octet) : "%%%02X".formatted(octet));
        }
        return encoded.toString();
    }

    /// Every character by its number, as JSON may write it (RFC 8259, section 7).
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        return escaped.toString();
    }
}
