package dev.weir.lake;

import java.util.List;

/// What came of a unit of compaction.
public sealed interface CompactedUnit {

    /// Readers see the new objects instead of the old.
    ///
    /// @param inputs objects that were merged
    /// @param inputBytes their size
    record Swapped(int inputs, long inputBytes, Rows rows, List<Manifest.Live> objects) implements CompactedUnit {
        public Swapped {
            objects = List.copyOf(objects);
        }
    }

    /// What became of the rows of the inputs.
    ///
    /// @param read all of them
    /// @param duplicates those that were not written again, because a copy was
    /// @param suppressed those of people whose erasure is on its way
    record Rows(long read, long duplicates, long suppressed) {

        /// Those that were written.
        public long written() {
            return read - duplicates - suppressed;
        }

        /// These and others.
        public Rows and(Rows more) {
            return new Rows(read + more.read, duplicates + more.duplicates, suppressed + more.suppressed);
        }
    }

    /// Others have changed the day meanwhile: nothing was swapped, and the next unit is to be planned
    /// anew.
    record Overtaken() implements CompactedUnit {}
}
