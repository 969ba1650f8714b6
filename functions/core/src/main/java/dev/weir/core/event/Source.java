package dev.weir.core.event;

import java.util.Locale;

/// What kind of sender a credential belongs to. An event type lists the sources that may send it.
public enum Source {
    /// An app in a user's hands; anything it says may be forged.
    CLIENT,
    /// A backend that keeps its credential to itself.
    SERVER;

    /// The name in catalogs, keys and stored rows: lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The source of a label.
    ///
    /// @throws IllegalArgumentException if there is none, which names the label
    public static Source of(String label) {
        for (Source source : values()) {
            if (source.label().equals(label)) {
                return source;
            }
        }
        throw new IllegalArgumentException("unknown source '" + label + "', known: client, server");
    }
}
