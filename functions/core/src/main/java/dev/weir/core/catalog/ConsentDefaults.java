package dev.weir.core.catalog;

import java.util.Optional;
import java.util.Set;

/// What holds for a person who has not decided, by region. A region that is in neither list is unknown, and unknown
/// means opt-in.
///
/// @param regionField the context field that holds the region, an ISO 3166-1 code
/// @param optOut regions in which a purpose is allowed until it is withdrawn
public record ConsentDefaults(String regionField, Set<String> optOut) {

    public ConsentDefaults {
        optOut = Set.copyOf(optOut);
    }

    /// Whether an undecided purpose is allowed there.
    public boolean allowsUndecided(Optional<String> region) {
        return region.filter(optOut::contains).isPresent();
    }
}
