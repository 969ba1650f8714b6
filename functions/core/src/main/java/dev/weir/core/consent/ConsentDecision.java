package dev.weir.core.consent;

import dev.weir.core.event.Receipt;
import java.util.Set;

/// What was decided: why the event is kept, which other uses are not allowed, and how much of the person may stay.
///
/// @param tags such as `no_personalization`
public record ConsentDecision(Receipt.Decision decision, Set<String> tags, Treatment treatment) {

    /// How an event is kept.
    public enum Treatment {
        /// With pseudonyms.
        PSEUDONYMOUS,
        /// Without anything that tells whose it is, but for one pseudonym that counts people and leads nowhere.
        ANONYMOUS,
        /// Without any pseudonym, and without what could tell children apart.
        KIDS
    }

    public ConsentDecision {
        tags = Set.copyOf(tags);
    }
}
