package dev.weir.core.privacy;

/// What the place of a text says of it. Numbers look like cards, phones and versions like addresses: only the key
/// tells which.
enum Meaning {
    /// Nothing.
    PLAIN,
    /// Words that somebody typed or a program composed.
    PROSE,
    /// A version of something: four dotted numbers are no address.
    VERSION,
    /// A phone number, in any national form.
    PHONE,
    /// A payment card number, with or without separators.
    CARD,
    /// A social security number, with or without separators.
    SSN,
    /// Data of a person, whatever it looks like.
    PERSONAL;

    /// Whether a value must not stay under a key that says so.
    boolean isPersonal() {
        return switch (this) {
            case PLAIN, PROSE, VERSION -> false;
            case PHONE, CARD, SSN, PERSONAL -> true;
        };
    }
}
