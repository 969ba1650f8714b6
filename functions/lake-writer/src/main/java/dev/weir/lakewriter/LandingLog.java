package dev.weir.lakewriter;

import dev.weir.lake.PoisonRecord;
import dev.weir.lake.Written.Stored;
import dev.weir.stream.ShardBatch;
import org.jboss.logging.Logger;

/// Says what became of a batch: coordinates and counts, nothing of what is in it.
final class LandingLog {

    private static final Logger LOG = Logger.getLogger(LandingLog.class);

    private LandingLog() {}

    static void tell(String requestId, ShardBatch batch, Landed landed) {
        for (PoisonRecord poison : landed.quarantined()) {
            LOG.warnf(
                    "quarantined requestId=%s shardId=%s sequenceNumber=%s reason='%s'",
                    requestId, batch.shardId(), poison.place().sequence(), poison.reason());
        }
        for (Stored object : landed.written().objects()) {
            LOG.infof(
                    "stored requestId=%s shardId=%s partition=%s events=%d",
                    requestId, batch.shardId(), object.partition(), object.rows());
        }
        LOG.infof(
                "landed requestId=%s shardId=%s sequenceNumber=%s records=%d events=%d alreadyThere=%d suppressed=%d"
                        + " quarantined=%d",
                requestId,
                batch.shardId(),
                batch.items().getLast().sequenceNumber(),
                batch.items().size(),
                landed.written().rows(),
                landed.written().alreadyThere(),
                landed.written().suppressed(),
                landed.quarantined().size());
    }
}
