package dev.weir.lake;

import dev.weir.lake.ObjectStore.PutOutcome;
import dev.weir.lake.Written.Stored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Lands rows of records that consumers gave up, long after the stream has gone on: only what no attempt has left in
/// bronze. Doing it again, or after a crash anywhere, lands the rest.
///
/// It does not go by names alone as [BronzeWriter] does, because the document of a batch may have lost records since,
/// those of people who were erased, and so begin later than the attempts did. What bronze has lost to compaction and
/// cleaning may land again; silver leaves the copies out, since they have the same event id.
public final class Relanding {

    /// Metadata of an object of records that were put aside: other objects may reach over it.
    static final String PUT_ASIDE = "put-aside";

    private static final int CONFLICTS = 5;
    private static final Comparator<BronzeRow> STREAM_ORDER =
            Comparator.comparing((BronzeRow row) -> row.place().sequence()).thenComparingInt(BronzeRow::index);

    private final LakeObjects lake;
    private final boolean rehearsal;
    private final BronzeFile file;
    private final Manifests manifests;

    public Relanding(BronzeTable table, LakeObjects lake) {
        this(table, lake, false);
    }

    private Relanding(BronzeTable table, LakeObjects lake, boolean rehearsal) {
        this.lake = lake;
        this.rehearsal = rehearsal;
        this.file = new BronzeFile(table);
        this.manifests = new Manifests(lake);
    }

    /// One that says what it would land, and stores nothing.
    public static Relanding rehearsal(BronzeTable table, LakeObjects lake) {
        return new Relanding(table, lake, true);
    }

    /// Lands rows of a batch that failed. What is between the first and the last record of an object is in it, or was
    /// not to be.
    ///
    /// @throws LakeUnavailable if not all of them are known to be stored
    public Written batch(List<BronzeRow> rows) {
        return write(rows, ShardExtents::has, Map.of());
    }

    /// Lands rows of records that were put aside while their batch went on. An object over them need not have them, so
    /// it is read.
    ///
    /// @throws LakeUnavailable if not all of them are known to be stored
    public Written records(List<BronzeRow> rows) {
        return write(rows, ShardExtents::holds, Map.of(PUT_ASIDE, "true"));
    }

    private interface Presence {

        boolean of(ShardExtents there, BronzeRow row);
    }

    private Written write(List<BronzeRow> rows, Presence presence, Map<String, String> mark) {
        List<Stored> stored = new ArrayList<>();
        for (List<BronzeRow> run : runs(rows)) {
            land(run, presence, mark, stored);
        }
        int landed = stored.stream().mapToInt(Stored::rows).sum();
        return new Written(stored, rows.size() - landed, 0);
    }

    /// The rows of each shard and partition, in the order of the stream.
    private static List<List<BronzeRow>> runs(List<BronzeRow> rows) {
        Map<String, List<BronzeRow>> runs = rows.stream()
                .sorted(STREAM_ORDER)
                .collect(Collectors.groupingBy(
                        row -> row.partition().prefix() + row.place().shardId(), TreeMap::new, Collectors.toList()));
        return List.copyOf(runs.values());
    }

    private void land(List<BronzeRow> run, Presence presence, Map<String, String> mark, List<Stored> stored) {
        for (int conflicts = 0; conflicts < CONFLICTS; conflicts++) {
            ShardExtents there = ShardExtents.around(run, lake);
            List<BronzeRow> rest =
                    run.stream().filter(row -> !presence.of(there, row)).toList();
            boolean all = true;
            for (List<BronzeRow> gap : there.gaps(rest)) {
                all &= put(gap, mark, stored);
            }
            if (all) {
                return;
            }
        }
        throw new LakeUnavailable("cannot write " + run.getFirst() + ": others write it too");
    }

    /// Stores one object; whether the name was free.
    private boolean put(List<BronzeRow> rows, Map<String, String> mark, List<Stored> stored) {
        BronzeRow first = rows.getFirst();
        BronzePartition partition = first.partition();
        String key = partition.prefix() + first.place().objectName() + ".parquet";
        requireFree(partition, key);
        Map<String, String> metadata = new HashMap<>(mark);
        metadata.put(
                BronzeWriter.LAST_SEQUENCE, rows.getLast().place().sequence().toString());
        metadata.put("rows", Integer.toString(rows.size()));
        ObjectContent content = new ObjectContent(file.encode(rows), BronzeWriter.MEDIA_TYPE, metadata);
        boolean free = rehearsal || lake.putIfAbsent(key, content) == PutOutcome.STORED;
        if (free) {
            stored.add(new Stored(partition, key, rows.size()));
        }
        return free;
    }

    /// A name that the day's manifest still has as replaced is deleted once more if its cleaning was interrupted.
    private void requireFree(BronzePartition partition, String key) {
        Manifest manifest = manifests
                .read(new LakeDay(partition.product(), partition.date()))
                .manifest();
        if (manifest.replaced().stream().anyMatch(gone -> gone.key().equals(key))) {
            throw new LakeUnavailable(key + " is still being cleaned away; the next run of the compactor ends that");
        }
    }
}
