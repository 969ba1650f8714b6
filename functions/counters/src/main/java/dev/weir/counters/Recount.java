package dev.weir.counters;

import dev.weir.stream.SequenceNumber;

/// What became of a batch that was given up.
sealed interface Recount {

    /// Counted now.
    ///
    /// @param events additions to counters; an event that several counters count is several
    /// @param alreadyThere those that an attempt, or an earlier recount, had added
    record Counted(long events, long alreadyThere) implements Recount {}

    /// The batch had been counted to its end, and only its success had got lost.
    record HadEnded(SequenceNumber first) implements Recount {}
}
