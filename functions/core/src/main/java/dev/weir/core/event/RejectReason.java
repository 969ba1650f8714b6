package dev.weir.core.event;

import java.util.Locale;

/// Why an event was rejected. Its violations say more.
public enum RejectReason {
    /// It does not match its schema or its product's envelope.
    INVALID,
    /// The catalog has no such event, or no such version.
    UNKNOWN_EVENT,
    /// The credential's source may not send it.
    SOURCE_NOT_ALLOWED,
    /// It holds personal data that its product turns away instead of taking it out.
    PERSONAL_DATA;

    /// The reason in answers: lower case, stable.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
