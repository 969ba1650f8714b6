package dev.weir.lakewriter;

import dev.weir.lake.PoisonRecord;
import dev.weir.lake.Written;
import java.util.List;

/// What became of a batch.
record Landed(Written written, List<PoisonRecord> quarantined) {

    Landed {
        quarantined = List.copyOf(quarantined);
    }
}
