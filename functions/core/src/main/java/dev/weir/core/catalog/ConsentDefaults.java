package dev.weir.core.catalog;

import dev.weir.core.event.Purpose;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What holds for a person who has not decided, by region, and what follows when the answer is no. A region that is
/// not listed is unknown, and unknown means opt-in.
///
/// @param regionField the context field that holds the region, an ISO 3166-1 code; absent where no event tells
/// @param optOut regions in which a purpose is allowed until it is withdrawn
/// @param objection purposes that a request that asks not to be tracked withdraws; all but the essential one where
///     nothing is said
/// @param tagged purposes that an event is kept without, and tagged
/// @param without what happens to an event whose own purpose is refused; it is dropped where nothing is said
public record ConsentDefaults(
        Optional<String> regionField,
        Set<String> optOut,
        Optional<Set<Purpose>> objection,
        Set<Purpose> tagged,
        Map<Purpose, Effect> without) {

    /// What becomes of an event without consent.
    public enum Effect {
        DROP,
        /// Kept, without anything that tells whose it is.
        ANONYMISE
    }

    public ConsentDefaults {
        optOut = Set.copyOf(optOut);
        objection = objection.map(Set::copyOf);
        tagged = Set.copyOf(tagged);
        without = Map.copyOf(without);
    }

    /// Whether an undecided purpose is allowed there.
    public boolean allowsUndecided(Optional<String> region) {
        return region.filter(optOut::contains).isPresent();
    }

    /// Whether a request that asks not to be tracked withdraws the purpose.
    public boolean objectionCovers(Purpose purpose) {
        return objection.map(covered -> covered.contains(purpose)).orElse(!purpose.equals(Purpose.ESSENTIAL));
    }

    public Effect withoutConsent(Purpose purpose) {
        return without.getOrDefault(purpose, Effect.DROP);
    }
}
