package dev.weir.local.mapping;

import dev.weir.local.lambda.Account;
import dev.weir.local.lambda.Invoker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// What event source mappings work between: the stream, the functions, the destination of failed
/// batches, and the folder of the checkpoints.
public record Mappings(
        ShardReader reader, Invoker invoker, FailedBatches failed, Path checkpoints, Account account, Clock clock) {

    /// Starts polling every shard from its checkpoint, or from the oldest record where there is
    /// none. Throws [UnreadableCheckpoint] before anything is polled.
    public EventSourceMapping start(MappingSpec spec) {
        return start(spec, Backoff.usual());
    }

    EventSourceMapping start(MappingSpec spec, Backoff backoff) {
        Pause pause = new Pause(backoff, new CountDownLatch(1));
        Checkpoints kept = new Checkpoints(checkpoints, spec.name());
        List<String> shards = reader.shardIds(spec.stream());
        shards.forEach(kept::read);
        List<Thread> pollers = shards.stream()
                .map(shardId -> poller(new Shard(spec, account, shardId), kept, pause))
                .map(poller -> Thread.ofVirtual()
                        .name(spec.name() + " " + poller.shard().id())
                        .start(poller))
                .toList();
        return new EventSourceMapping(pollers, pause.stop());
    }

    private ShardPoller poller(Shard shard, Checkpoints kept, Pause pause) {
        return new ShardPoller(
                new Collector(reader, shard.mapping(), shard.id(), pause::stopped),
                new BatchProcess(shard, invoker, failed, kept, clock, pause),
                kept,
                shard,
                pause);
    }
}
