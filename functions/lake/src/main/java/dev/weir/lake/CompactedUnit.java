package dev.weir.lake;

import java.util.List;

/// What came of a unit of compaction.
public sealed interface CompactedUnit {

    /// Readers see the new objects instead of the old.
    ///
    /// @param inputs objects that were merged
    /// @param inputBytes their size
    /// @param rows rows in them
    /// @param duplicates rows that were not written again
    record Swapped(int inputs, long rows, long duplicates, List<Manifest.Live> objects, long inputBytes)
            implements CompactedUnit {
        public Swapped {
            objects = List.copyOf(objects);
        }
    }

    /// Others have changed the day meanwhile: nothing was swapped, and the next unit is to be planned
    /// anew.
    record Overtaken() implements CompactedUnit {}
}
