package dev.weir.lakewriter;

import dev.weir.lake.LakeObjects;
import dev.weir.lake.PoisonRecord;
import dev.weir.lake.Quarantine;
import dev.weir.stream.FailedBatch;
import dev.weir.stream.SequenceNumber;
import dev.weir.stream.ShardBatch;
import java.util.List;
import java.util.Optional;

/// The documents of what the lake-writer gave up.
///
/// @param consumer name of the function whose batches these are
record GivenUp(Buckets buckets, String consumer, ReplayRequest.From from) {

    LakeObjects bucket() {
        return switch (from) {
            case FAILED -> buckets.failed();
            case QUARANTINE -> buckets.quarantine();
        };
    }

    /// The records of a document; empty if they are another consumer's.
    ///
    /// @throws IllegalArgumentException if it is no such document; the message has nothing of its content
    Optional<ShardBatch> records(byte[] document) {
        return switch (from) {
            case FAILED -> {
                FailedBatch failed = FailedBatch.read(document);
                yield failed.function().equals(consumer) ? Optional.of(failed.batch()) : Optional.empty();
            }
            case QUARANTINE -> Optional.of(putAside(Quarantine.read(document)));
        };
    }

    private static ShardBatch putAside(PoisonRecord record) {
        SequenceNumber number = new SequenceNumber(record.place().sequence().toString());
        ShardBatch.Item item = new ShardBatch.Item(number, "", record.arrival(), record.data());
        return new ShardBatch(record.place().shardId(), List.of(item));
    }

    /// Whether a record that cannot be read waits for somebody in another document. A record of a batch may be in
    /// quarantine too.
    boolean isElsewhere(String shardId, ShardBatch.Item item) {
        return switch (from) {
            case FAILED ->
                new Quarantine(buckets.quarantine(), consumer).holds(RecordJudge.place(shardId, item), item.arrival());
            case QUARANTINE -> false;
        };
    }
}
