package dev.weir.core.event;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The privacy receipt of an event: why it may be kept, what was done to it first, and for how long it stays.
///
/// @param tags uses that are ruled out, such as `no_ad_targeting`
/// @param policy version of the catalog that decided
public record Receipt(
        Decision decision, SortedSet<String> tags, List<Redaction> redactions, Retention retention, String policy) {

    public Receipt {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
        redactions = List.copyOf(redactions);
    }

    /// The purpose, and why it is allowed.
    ///
    /// @param basis what decided: `event`, `region_default`, or `essential`
    public record Decision(Purpose purpose, String basis) {}
}
