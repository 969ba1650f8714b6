package dev.weir.core.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The kinds of personal data, and of secrets, that are looked for in what an event says.
public enum PiiKind {
    EMAIL,
    PHONE,
    CARD,
    IBAN,
    IP_ADDRESS,
    SSN,
    /// A JSON Web Token.
    TOKEN,
    /// A credential of a well-known service, or a private key.
    API_KEY,
    /// What a URL or an assignment gives away: user information, a token, a password.
    URL_SECRET,
    /// Whatever is under a key that names personal data.
    PERSONAL_KEY;

    /// The name in catalogs and receipts: lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of a label.
    ///
    /// @throws IllegalArgumentException if there is none, which names the label
    public static PiiKind of(String label) {
        for (PiiKind kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown kind of personal data '" + label + "', known: " + known());
    }

    private static String known() {
        return Arrays.stream(values()).map(PiiKind::label).collect(Collectors.joining(", "));
    }
}
