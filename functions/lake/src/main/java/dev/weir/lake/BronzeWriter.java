package dev.weir.lake;

import dev.weir.lake.ObjectStore.PutOutcome;
import dev.weir.lake.Written.Stored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Lands rows in bronze so that each is there exactly once, however often its batch is tried.
///
/// An object is named from its shard and the first sequence number in it, and says in its metadata which number is the
/// last. Where the name is taken, an earlier attempt was there: what is past its last number is written under a name of
/// its own. This holds as long as an attempt starts where the batch before it ended, and is not shorter than an earlier
/// attempt from the same start: so no bisecting of batches.
public final class BronzeWriter {

    static final String LAST_SEQUENCE = "last-sequence";
    static final String MEDIA_TYPE = "application/vnd.apache.parquet";

    private static final int CONFLICTS = 5;
    private static final Comparator<BronzeRow> STREAM_ORDER =
            Comparator.comparing((BronzeRow row) -> row.place().sequence()).thenComparingInt(BronzeRow::index);

    private final BronzeFile file;
    private final ObjectStore lake;

    public BronzeWriter(BronzeTable table, ObjectStore lake) {
        this.file = new BronzeFile(table);
        this.lake = lake;
    }

    /// Writes rows of one batch, of any partitions and shards.
    ///
    /// @throws LakeUnavailable if not all of them are known to be stored; the whole batch can be tried again
    public Written write(List<BronzeRow> rows) {
        return write(rows, List.of());
    }

    /// The same, but rows of some people do not land. Objects are named as if they did, or an attempt that knew of
    /// fewer
    /// of them would have stored the batch under another name; so one may be without rows.
    public Written write(List<BronzeRow> rows, List<Suppression> suppressed) {
        Set<BronzeRow> dropped = rows.stream()
                .filter(row -> suppressed.stream().anyMatch(entry -> entry.covers(row)))
                .collect(Collectors.toSet());
        List<Stored> objects = new ArrayList<>();
        runs(rows).values().forEach(run -> land(run, dropped).ifPresent(objects::add));
        int stored = objects.stream().mapToInt(Stored::rows).sum();
        return new Written(objects, Math.max(0, rows.size() - dropped.size() - stored), dropped.size());
    }

    /// The rows of each shard and partition.
    private static Map<String, List<BronzeRow>> runs(List<BronzeRow> rows) {
        return rows.stream()
                .sorted(STREAM_ORDER)
                .collect(Collectors.groupingBy(
                        row -> row.partition().prefix() + row.place().shardId(), TreeMap::new, Collectors.toList()));
    }

    private Optional<Stored> land(List<BronzeRow> run, Set<BronzeRow> dropped) {
        List<BronzeRow> rest = run;
        int conflicts = 0;
        while (!rest.isEmpty()) {
            String key = key(rest);
            List<BronzeRow> kept =
                    rest.stream().filter(row -> !dropped.contains(row)).toList();
            if (lake.putIfAbsent(key, content(rest, kept)) == PutOutcome.STORED) {
                return Optional.of(new Stored(rest.getFirst().partition(), key, kept.size()));
            }
            Optional<SequenceNumber> last = lake.head(key).map(metadata -> last(key, metadata));
            if (last.isPresent()) {
                rest = past(last.get(), rest, key);
            } else if (++conflicts >= CONFLICTS) {
                throw new LakeUnavailable("cannot write " + key + " (" + rest.size() + " events): others write it too");
            }
        }
        return Optional.empty();
    }

    private static String key(List<BronzeRow> rows) {
        BronzeRow first = rows.getFirst();
        return first.partition().prefix() + first.place().objectName() + ".parquet";
    }

    private ObjectContent content(List<BronzeRow> rows, List<BronzeRow> kept) {
        String last = rows.getLast().place().sequence().toString();
        return new ObjectContent(
                file.encode(rows, kept),
                MEDIA_TYPE,
                Map.of(LAST_SEQUENCE, last, "rows", Integer.toString(kept.size())));
    }

    private static SequenceNumber last(String key, Map<String, String> metadata) {
        String last = metadata.get(LAST_SEQUENCE);
        if (last == null) {
            throw new LakeUnavailable(key + " does not say which sequence number is its last");
        }
        return SequenceNumber.of(last);
    }

    private static List<BronzeRow> past(SequenceNumber last, List<BronzeRow> rows, String key) {
        if (last.compareTo(rows.getFirst().place().sequence()) < 0) {
            throw new LakeUnavailable(key + " ends before it begins");
        }
        return rows.stream()
                .filter(row -> row.place().sequence().compareTo(last) > 0)
                .toList();
    }
}
