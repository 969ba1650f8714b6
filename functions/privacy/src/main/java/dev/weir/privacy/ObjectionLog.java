package dev.weir.privacy;

import dev.weir.core.privacy.ObjectionEntry;
import java.time.Instant;

/// The list of objections that the collector reads.
interface ObjectionLog {

    /// Adds an entry behind all others; adding it again changes nothing that anybody would notice. A withdrawal
    /// removes the entries that it settles, and expires itself when every reader has seen it.
    ///
    /// @throws TableUnavailable if it is not known to be there
    void add(ObjectionEntry entry, Instant now);
}
