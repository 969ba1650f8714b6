package dev.weir.core.event;

import java.util.Locale;

/// How personal a property is. Every property of every event has one; a property without one is stripped.
public enum PrivacyClass {
    /// Says nothing about a person: kept as it is.
    NONE,
    /// Names a person, device or session: pseudonymised.
    IDENTIFIER,
    /// Narrows down who it may be, together with others: kept, and watched.
    QUASI,
    /// Must not be kept: removed.
    SENSITIVE,
    /// Words that somebody typed, or a program composed: scanned, and masked where it holds personal data.
    FREE_TEXT;

    /// The name in catalogs and receipts: lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The class of a label.
    ///
    /// @throws IllegalArgumentException if there is none, which names the label
    public static PrivacyClass of(String label) {
        for (PrivacyClass known : values()) {
            if (known.label().equals(label)) {
                return known;
            }
        }
        throw new IllegalArgumentException(
                "unknown privacy class '" + label + "', known: none, identifier, quasi, sensitive, free_text");
    }
}
