package dev.weir.lakewriter;

import dev.weir.core.event.StoredEvent;
import dev.weir.core.intake.Readmission;
import dev.weir.lake.BronzeRow;
import dev.weir.lake.BronzeTable;
import dev.weir.lake.Misfit;
import dev.weir.lake.RecordPlace;
import dev.weir.lake.SequenceNumber;
import dev.weir.lake.Suppression;
import dev.weir.stream.Decoded;
import dev.weir.stream.RecordCodec;
import dev.weir.stream.ShardBatch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Says what may land of records that were stored before, by what holds today. As for the lake-writer, one event that
/// cannot be a row makes its whole record unreadable.
///
/// @param admission the catalog's judgement
/// @param suppressed those who are erased
record RecordJudge(
        RecordCodec codec, BronzeTable table, Readmission admission, LocalDate today, List<Suppression> suppressed) {

    /// What records turned out to be.
    ///
    /// @param leftOut a reason for each event that may not land
    record Judged(List<BronzeRow> rows, List<String> leftOut, List<Unreadable> unreadable) {}

    /// A record that still cannot be read.
    ///
    /// @param reason without any of the content
    record Unreadable(ShardBatch.Item item, String reason) {}

    Judged judge(ShardBatch batch) {
        Judged all = new Judged(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (ShardBatch.Item item : batch.items()) {
            switch (codec.decode(item.data())) {
                case Decoded.Batch(List<StoredEvent> events) -> judge(events, place(batch.shardId(), item), item, all);
                case Decoded.Poison(String reason) -> all.unreadable().add(new Unreadable(item, reason));
            }
        }
        return all;
    }

    static RecordPlace place(String shardId, ShardBatch.Item item) {
        return new RecordPlace(shardId, SequenceNumber.of(item.sequenceNumber().digits()));
    }

    private void judge(List<StoredEvent> events, RecordPlace place, ShardBatch.Item item, Judged all) {
        List<BronzeRow> rows = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            switch (admission.judge(events.get(index), today)) {
                case Readmission.Judgement.LeftOut(Readmission.Reason reason) -> leftOut.add(reason.code());
                case Readmission.Judgement.Kept(StoredEvent event) -> {
                    switch (table.shape(event, place, index)) {
                        case BronzeRow row when isErased(row) -> leftOut.add("erased");
                        case BronzeRow row -> rows.add(row);
                        case Misfit misfit -> {
                            all.unreadable().add(new Unreadable(item, "event " + index + ": " + misfit.reason()));
                            return;
                        }
                    }
                }
            }
        }
        all.rows().addAll(rows);
        all.leftOut().addAll(leftOut);
    }

    private boolean isErased(BronzeRow row) {
        return suppressed.stream().anyMatch(entry -> entry.covers(row));
    }
}
