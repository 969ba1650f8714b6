package dev.weir.local.mapping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Collects the next batch of a shard: until it has the batch size or 6 MB of event, or the window
/// has passed since its first record.
record Collector(ShardReader reader, MappingSpec mapping, String shardId, BooleanSupplier stopped) {

    /// The longest wait at once, and so how long it takes to notice a stop.
    private static final Duration GLANCE = Duration.ofMillis(200);

    /// The records behind `after`. Empty when none came for a moment, or when stopped.
    List<StreamRecord> collect(@Nullable String after) throws InterruptedException {
        if (!reader.awaitBeyond(mapping.stream(), shardId, after, GLANCE)) {
            return List.of();
        }
        long windowEnds = System.nanoTime() + mapping.window().toNanos();
        Batch batch = new Batch();
        String last = after;
        boolean full = false;
        while (!full && !stopped.getAsBoolean()) {
            full = !batch.addAll(read(last, batch));
            last = batch.lastOr(last);
            Duration left = Duration.ofNanos(windowEnds - System.nanoTime());
            full = full || batch.records.size() >= mapping.batchSize() || !left.isPositive();
            if (!full) {
                reader.awaitBeyond(mapping.stream(), shardId, last, left.compareTo(GLANCE) < 0 ? left : GLANCE);
            }
        }
        return List.copyOf(batch.records);
    }

    private List<StreamRecord> read(@Nullable String after, Batch batch) {
        int room = mapping.batchSize() - batch.records.size();
        return reader.read(mapping.stream(), shardId, after, room, KinesisEvent.LARGEST - batch.size);
    }

    private static final class Batch {

        private final List<StreamRecord> records = new ArrayList<>();
        private int size;

        /// False when one did not fit; it and those behind it are left for the next batch.
        boolean addAll(List<StreamRecord> more) {
            for (StreamRecord record : more) {
                int next = KinesisEvent.size(record);
                if (!records.isEmpty() && size + next > KinesisEvent.LARGEST) {
                    return false;
                }
                records.add(record);
                size += next;
            }
            return true;
        }

        @Nullable
        String lastOr(@Nullable String before) {
            return records.isEmpty() ? before : records.getLast().sequenceNumber();
        }
    }
}
