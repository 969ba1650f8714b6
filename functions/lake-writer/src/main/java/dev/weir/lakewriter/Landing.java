package dev.weir.lakewriter;

import dev.weir.lake.BronzeRow;
import dev.weir.lake.BronzeWriter;
import dev.weir.lake.PoisonRecord;
import dev.weir.lake.Quarantine;
import dev.weir.lake.Suppressions;
import dev.weir.stream.ShardBatch;
import java.util.ArrayList;
import java.util.List;

/// Lands a batch: rows in bronze, except those of people who are being erased; poison in quarantine. Landing it again
/// changes nothing.
final class Landing {

    private final RecordReader reader;
    private final Quarantine quarantine;
    private final BronzeWriter bronze;
    private final Suppressions suppressions;

    Landing(RecordReader reader, Quarantine quarantine, BronzeWriter bronze, Suppressions suppressions) {
        this.reader = reader;
        this.quarantine = quarantine;
        this.bronze = bronze;
        this.suppressions = suppressions;
    }

    /// @throws dev.weir.lake.LakeUnavailable if not all of it is known to be stored
    Landed land(ShardBatch batch) {
        List<BronzeRow> rows = new ArrayList<>();
        List<PoisonRecord> poison = new ArrayList<>();
        for (ShardBatch.Item item : batch.items()) {
            switch (reader.read(batch.shardId(), item)) {
                case RecordReader.Rows some -> rows.addAll(some.rows());
                case RecordReader.Poisoned poisoned -> poison.add(poisoned.record());
            }
        }
        poison.forEach(quarantine::keep);
        return new Landed(bronze.write(rows, suppressions.read()), poison);
    }
}
