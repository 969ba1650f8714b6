package dev.weir.lake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which records of a shard the bronze objects of one partition reach over.
final class ShardExtents {

    private static final String ENDING = ".parquet";

    private final LakeObjects lake;
    private final List<Span> extents;
    private final Map<String, Set<RowPlaces.Place>> read = new HashMap<>();

    private ShardExtents(LakeObjects lake, List<Span> extents) {
        this.lake = lake;
        this.extents = extents;
    }

    private record Span(LakeObject object, SequenceNumber first, SequenceNumber last) {

        boolean has(SequenceNumber sequence) {
            return first.compareTo(sequence) <= 0 && last.compareTo(sequence) >= 0;
        }
    }

    /// Those that reach over any of the rows, which are of one shard and partition, in order.
    static ShardExtents around(List<BronzeRow> run, LakeObjects lake) {
        BronzeRow first = run.getFirst();
        SequenceNumber end = run.getLast().place().sequence();
        String prefix = first.partition().prefix() + first.place().shardId() + "-";
        List<Span> extents = new ArrayList<>();
        for (LakeObject object : lake.list(prefix).reversed()) {
            SequenceNumber begin = begin(object.key().substring(prefix.length()), object.key());
            if (begin.compareTo(end) > 0) {
                continue;
            }
            Map<String, String> metadata = lake.head(object.key()).orElse(Map.of());
            Span span = new Span(object, begin, last(object, metadata));
            if (span.last().compareTo(first.place().sequence()) >= 0) {
                extents.add(span);
            } else if (!metadata.containsKey(Relanding.PUT_ASIDE)) {
                // Batches do not reach over each other, so none before this one comes so far.
                break;
            }
        }
        return new ShardExtents(lake, extents);
    }

    private static SequenceNumber begin(String number, String key) {
        if (!number.endsWith(ENDING)) {
            throw new LakeUnavailable(key + " is no bronze object");
        }
        return SequenceNumber.ofPadded(number.substring(0, number.length() - ENDING.length()));
    }

    private static SequenceNumber last(LakeObject object, Map<String, String> metadata) {
        String last = metadata.get(BronzeWriter.LAST_SEQUENCE);
        if (last == null) {
            throw new LakeUnavailable(object.key() + " does not say which sequence number is its last");
        }
        return SequenceNumber.of(last);
    }

    /// Whether an object reaches over the row.
    boolean has(BronzeRow row) {
        return extents.stream().anyMatch(extent -> extent.has(row.place().sequence()));
    }

    /// Whether an object has the row.
    boolean holds(BronzeRow row) {
        RowPlaces.Place place = new RowPlaces.Place(row.place().sequence().toString(), row.index());
        return extents.stream()
                .filter(extent -> extent.has(row.place().sequence()))
                .map(Span::object)
                .anyMatch(object -> read.computeIfAbsent(
                                object.key(), unread -> new HashSet<>(RowPlaces.of(new ParquetObject(lake, object))))
                        .contains(place));
    }

    /// Rows cut where an object begins between them, so that no two objects reach over each other.
    List<List<BronzeRow>> gaps(List<BronzeRow> rows) {
        return List.copyOf(rows.stream()
                .collect(Collectors.groupingBy(
                        row -> extents.stream()
                                .filter(extent ->
                                        extent.first().compareTo(row.place().sequence()) <= 0)
                                .count(),
                        TreeMap::new,
                        Collectors.toList()))
                .values());
    }
}
