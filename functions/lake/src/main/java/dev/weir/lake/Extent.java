package dev.weir.lake;

/// How far a compaction goes.
public enum Extent {
    /// Bronze of hours that are complete; runs are merged where there are many.
    HOURS,
    /// The same, and what there is of a complete day becomes one run.
    DAYS,
    /// All there is, as if it were complete.
    ALL
}
