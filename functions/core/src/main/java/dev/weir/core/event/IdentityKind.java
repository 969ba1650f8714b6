package dev.weir.core.event;

import java.util.Locale;

/// The kinds of identifier that an envelope can carry, in the order in which they make a subject:
/// a person before a profile before a device before a session.
public enum IdentityKind {
    USER,
    PROFILE,
    DEVICE,
    ANONYMOUS,
    SESSION;

    /// The name in catalogs and commands: lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The stored field that holds the pseudonym: `user_id` and so on.
    public String field() {
        return label() + "_id";
    }

    /// The kind of a label.
    ///
    /// @throws IllegalArgumentException if there is none, which names the label
    public static IdentityKind of(String label) {
        for (IdentityKind kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "unknown identity '" + label + "', known: user, profile, device, anonymous, session");
    }
}
