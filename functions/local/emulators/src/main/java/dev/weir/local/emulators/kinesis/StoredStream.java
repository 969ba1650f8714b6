package dev.weir.local.emulators.kinesis;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// A stream and its open shards.
final class StoredStream implements AutoCloseable {
    private final StreamFolder folder;
    private final StreamSpec spec;
    private final HashKeys keys;
    private final List<Shard> shards;

    private StoredStream(StreamFolder folder, StreamSpec spec, List<Shard> shards) {
        this.folder = folder;
        this.spec = spec;
        this.keys = new HashKeys(spec.shards());
        this.shards = List.copyOf(shards);
    }

    static StoredStream open(StreamFolder folder, KinesisSettings settings, Clock clock) throws IOException {
        StreamSpec spec = folder.spec();
        List<Shard> shards = new ArrayList<>();
        for (int number = 0; number < spec.shards(); number++) {
            ShardLog log = ShardLog.open(folder.shard(number), settings, clock);
            shards.add(new Shard(spec, number, log, new Throttle(settings.throttled(), folder.data(), clock)));
        }
        return new StoredStream(folder, spec, shards);
    }

    StreamSpec spec() {
        return spec;
    }

    HashKeys keys() {
        return keys;
    }

    List<Shard> shards() {
        return shards;
    }

    Shard shardFor(BigInteger hashKey) {
        return shards.get(keys.shardOf(hashKey));
    }

    /// @throws Refusal where the stream has no such shard
    Shard shard(String id) {
        return shards.stream()
                .filter(shard -> shard.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.noSuchShard(spec.name(), id));
    }

    @Override
    public void close() throws IOException {
        for (Shard shard : shards) {
            shard.close();
        }
    }

    void delete() throws IOException {
        close();
        folder.delete();
    }
}
