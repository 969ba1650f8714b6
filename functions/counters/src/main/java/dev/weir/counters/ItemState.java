package dev.weir.counters;

import dev.weir.stream.SequenceNumber;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far an item is.
///
/// @param mark the last record that it has counted; absent when there is no item yet
/// @param batch the first record of the batch that the mark is in; absent in items of before there was this
/// @param broken marks that batches had left when they were given up half counted
/// @param combinations what it has counts for
record ItemState(
        @Nullable SequenceNumber mark,
        @Nullable SequenceNumber batch,
        Set<SequenceNumber> broken,
        Set<Combination> combinations) {

    /// Most combinations of an item, [Combination#OTHER] aside. With [Combination#MAX_BYTES] it keeps an item well
    /// below
    /// the 400 KB that DynamoDB allows.
    static final int MAX_COMBINATIONS = 1000;

    /// Most combinations of one update: its expression may have 4 KB.
    static final int MAX_PER_UPDATE = 200;

    static final ItemState NONE = new ItemState(null, null, Set.of(), Set.of());

    ItemState {
        broken = Set.copyOf(broken);
        combinations = Set.copyOf(combinations);
    }

    /// These counts, what the item has no room for counted as [Combination#OTHER].
    Map<Combination, Long> fit(Map<Combination, Long> counts) {
        Map<Combination, Long> fitting = new TreeMap<>(Comparator.comparing(Combination::text));
        int room = MAX_COMBINATIONS - combinations.size();
        for (var count : counts.entrySet()) {
            boolean known = combinations.contains(count.getKey());
            boolean fits = fitting.size() < MAX_PER_UPDATE && (known || room > 0);
            room -= fits && !known ? 1 : 0;
            fitting.merge(fits ? count.getKey() : Combination.OTHER, count.getValue(), Long::sum);
        }
        return fitting;
    }

    /// After an update by a batch.
    ItemState with(SequenceNumber first, SequenceNumber last, Set<Combination> counted) {
        Set<Combination> all = new HashSet<>(combinations);
        all.addAll(counted);
        return new ItemState(last, first, broken, all);
    }

    /// How far a batch that was given up had been counted: the greatest mark that it left. The shard was held up as
    /// long as the batch was tried, so nothing but the batch can have left one within its bounds.
    Optional<SequenceNumber> reached(SequenceNumber first, SequenceNumber last) {
        return Stream.concat(broken.stream(), Stream.ofNullable(mark))
                .filter(left -> left.compareTo(first) >= 0 && left.compareTo(last) <= 0)
                .max(Comparator.naturalOrder());
    }
}
