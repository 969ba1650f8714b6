package dev.weir.lake;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The rows of a row group that belong to those who are sought.
final class RowHits {

    private final ErasureTargets targets;
    private final Map<Integer, BitSet> found = new TreeMap<>();

    RowHits(ErasureTargets targets) {
        this.targets = targets;
    }

    void add(int row, BitSet places) {
        if (!places.isEmpty()) {
            found.computeIfAbsent(row, unseen -> new BitSet()).or(places);
        }
    }

    /// Leaves out a row for those who do not mean what was received then.
    void received(int row, Instant time) {
        retain(row, sought -> !time.isAfter(sought.until()));
    }

    /// Leaves out a row for those for whom something does not hold.
    void retain(int row, Predicate<Sought> meaning) {
        found.computeIfPresent(row, (same, places) -> {
            BitSet meant = targets.only(places, meaning);
            return meant.isEmpty() ? null : meant;
        });
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    BitSet rows() {
        BitSet rows = new BitSet();
        found.keySet().forEach(rows::set);
        return rows;
    }

    /// Adds to how many rows each of those who are sought has.
    void count(long[] matched) {
        List.copyOf(found.values()).forEach(places -> places.stream().forEach(place -> matched[place]++));
    }
}
