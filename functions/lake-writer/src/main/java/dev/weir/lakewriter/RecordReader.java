package dev.weir.lakewriter;

import dev.weir.core.event.StoredEvent;
import dev.weir.lake.BronzeRow;
import dev.weir.lake.BronzeTable;
import dev.weir.lake.Misfit;
import dev.weir.lake.PoisonRecord;
import dev.weir.lake.RecordPlace;
import dev.weir.lake.SequenceNumber;
import dev.weir.stream.Decoded;
import dev.weir.stream.RecordCodec;
import dev.weir.stream.ShardBatch;
import java.util.ArrayList;
import java.util.List;

/// Turns a record into the rows of its events. One event that cannot be a row poisons its whole record, so that a
/// record
/// is either in bronze or in quarantine, never in both.
final class RecordReader {

    private final RecordCodec codec;
    private final BronzeTable table;

    RecordReader(RecordCodec codec, BronzeTable table) {
        this.codec = codec;
        this.table = table;
    }

    Reading read(String shardId, ShardBatch.Item item) {
        RecordPlace place =
                new RecordPlace(shardId, SequenceNumber.of(item.sequenceNumber().digits()));
        return switch (codec.decode(item.data())) {
            case Decoded.Batch batch -> rows(batch.events(), place, item);
            case Decoded.Poison poison -> poisoned(poison.reason(), place, item);
        };
    }

    private Reading rows(List<StoredEvent> events, RecordPlace place, ShardBatch.Item item) {
        List<BronzeRow> rows = new ArrayList<>();
        for (StoredEvent event : events) {
            switch (table.shape(event, place, rows.size())) {
                case BronzeRow row -> rows.add(row);
                case Misfit misfit -> {
                    return poisoned("event " + rows.size() + ": " + misfit.reason(), place, item);
                }
            }
        }
        return new Rows(rows);
    }

    private static Reading poisoned(String reason, RecordPlace place, ShardBatch.Item item) {
        return new Poisoned(new PoisonRecord(place, item.arrival(), item.data(), reason));
    }

    /// What a record turned out to be.
    sealed interface Reading {}

    record Rows(List<BronzeRow> rows) implements Reading {}

    record Poisoned(PoisonRecord record) implements Reading {}
}
