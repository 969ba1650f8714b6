package dev.weir.local.mapping;

import java.util.List;

/// Goes through one shard batch by batch, until stopped. Trouble with the stream or the checkpoint
/// is waited out; it then goes on from the checkpoint.
record ShardPoller(Collector collector, BatchProcess batches, Checkpoints checkpoints, Shard shard, Pause pause)
        implements Poller {

    private static final System.Logger LOG = System.getLogger(ShardPoller.class.getName());

    @Override
    public boolean step() throws InterruptedException {
        try {
            List<StreamRecord> batch = collector.collect(checkpoints.read(shard.id()));
            if (!batch.isEmpty()) {
                batches.process(batch);
            }
            return true;
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "mapping {0}: cannot go on, shardId {1}: {2}",
                    shard.mapping().name(),
                    shard.id(),
                    e.getMessage());
            return false;
        }
    }
}
