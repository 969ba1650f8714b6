package dev.weir.counters;

import dev.weir.stream.SequenceNumber;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// What records of one shard add to one item, record by record, so that any beginning can be left out that the item
/// already has.
final class Tally {

    private final NavigableMap<SequenceNumber, Map<Combination, Long>> byRecord;

    Tally() {
        this(new TreeMap<>());
    }

    private Tally(NavigableMap<SequenceNumber, Map<Combination, Long>> byRecord) {
        this.byRecord = byRecord;
    }

    void count(SequenceNumber record, Combination combination) {
        byRecord.computeIfAbsent(record, _ -> new LinkedHashMap<>()).merge(combination, 1L, Long::sum);
    }

    boolean isEmpty() {
        return byRecord.isEmpty();
    }

    /// The last record of it.
    SequenceNumber last() {
        return byRecord.lastKey();
    }

    /// Without what an item has.
    Tally after(ItemState state) {
        SequenceNumber mark = state.mark();
        return mark == null ? this : after(mark);
    }

    /// Without what came until a record.
    Tally after(SequenceNumber mark) {
        return new Tally(byRecord.tailMap(mark, false));
    }

    /// How many events it has.
    long size() {
        return totals().values().stream().mapToLong(Long::longValue).sum();
    }

    /// Its first records, as many as have this many combinations together, but one at least.
    Tally first(int combinations) {
        Set<Combination> seen = new HashSet<>();
        SequenceNumber end = byRecord.firstKey();
        for (var record : byRecord.entrySet()) {
            seen.addAll(record.getValue().keySet());
            if (seen.size() > combinations) {
                break;
            }
            end = record.getKey();
        }
        return new Tally(byRecord.headMap(end, true));
    }

    /// The sums by combination.
    Map<Combination, Long> totals() {
        Map<Combination, Long> totals = new HashMap<>();
        byRecord.values().forEach(counts -> counts.forEach((key, count) -> totals.merge(key, count, Long::sum)));
        return totals;
    }
}
