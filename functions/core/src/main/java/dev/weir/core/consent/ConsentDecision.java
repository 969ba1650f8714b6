package dev.weir.core.consent;

import dev.weir.core.event.Receipt;
import java.util.Set;

/// What was decided: the event's own purpose is allowed, and these other uses are not.
///
/// @param tags such as `no_personalization`
/// @param anonymous whether the event is kept only without anything that tells whose it is
public record ConsentDecision(Receipt.Decision decision, Set<String> tags, boolean anonymous) {

    public ConsentDecision {
        tags = Set.copyOf(tags);
    }
}
