package dev.weir.local.stack;

import dev.weir.local.emulators.kinesis.Streams;
import dev.weir.local.mapping.ShardReader;
import dev.weir.local.mapping.StreamRecord;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the embedded Kinesis without going through HTTP.
record EmbeddedShards(Streams streams) implements ShardReader {

    @Override
    public List<String> shardIds(String stream) {
        return streams.shardIds(stream);
    }

    @Override
    public List<StreamRecord> read(
            String stream, String shardId, @Nullable String after, int maxRecords, int maxBytes) {
        return streams.read(stream, shardId, after, maxRecords, maxBytes).stream()
                .map(read -> new StreamRecord(read.sequenceNumber(), read.partitionKey(), read.arrival(), read.data()))
                .toList();
    }

    @Override
    public boolean awaitBeyond(String stream, String shardId, @Nullable String after, Duration longest)
            throws InterruptedException {
        return streams.awaitBeyond(stream, shardId, after, longest);
    }
}
