package dev.weir.core.event;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// The part of a receipt that is stored with its event: enough to prove later why the event was kept.
///
/// @param decision about the event's own purpose; its answers are not kept
/// @param tags uses that are ruled out
/// @param redactions how many values were removed, masked or hashed
/// @param policy version of the catalog that decided
public record StoredReceipt(
        Receipt.Decision decision, SortedSet<String> tags, int redactions, Kept kept, String policy) {

    public StoredReceipt {
        decision = decision.withoutAnswers();
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /// Under which retention class, and until when.
    ///
    /// @param retention name of the retention class
    /// @param expires the first day on which the event must be gone, UTC
    public record Kept(String retention, LocalDate expires) {}
}
