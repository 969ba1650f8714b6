package dev.weir.lake;

import dev.weir.core.catalog.RetentionRules;
import java.time.LocalDate;
import java.util.Set;

/// What of a day has been kept for long enough.
///
/// @param classes retention classes of which the day's events must be gone
/// @param identities whether what is left of the day must lead to nobody: then its silver has no subjects, or will
///     have none
public record Expired(Set<String> classes, boolean identities) {

    public Expired {
        classes = Set.copyOf(classes);
    }

    /// Of a day of which all is kept.
    public static Expired nothing() {
        return new Expired(Set.of(), false);
    }

    /// What it is by a product's rules.
    ///
    /// @param received the day, UTC
    public static Expired of(RetentionRules kept, LocalDate received, LocalDate today) {
        return new Expired(kept.expired(received, today), kept.haveIdentitiesExpired(received, today));
    }
}
