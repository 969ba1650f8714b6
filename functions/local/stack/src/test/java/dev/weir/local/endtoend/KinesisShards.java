package dev.weir.local.endtoend;

import dev.weir.local.mapping.ShardReader;
import dev.weir.local.mapping.StreamRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/// Reads a Kinesis over its API, as the event source mappings of Lambda do.
record KinesisShards(KinesisClient kinesis) implements ShardReader {

    @Override
    public List<String> shardIds(String stream) {
        return kinesis.listShards(list -> list.streamName(stream)).shards().stream()
                .map(Shard::shardId)
                .toList();
    }

    @Override
    public List<StreamRecord> read(
            String stream, String shardId, @Nullable String after, int maxRecords, int maxBytes) {
        String iterator =
                kinesis.getShardIterator(start(stream, shardId, after)).shardIterator();
        List<Record> records = kinesis.getRecords(
                        get -> get.shardIterator(iterator).limit(Math.min(maxRecords, 10_000)))
                .records();
        int bytes = 0;
        int fitting = 0;
        for (Record read : records) {
            bytes += read.data().asByteArrayUnsafe().length;
            if (fitting > 0 && bytes > maxBytes) {
                break;
            }
            fitting++;
        }
        return records.subList(0, fitting).stream().map(KinesisShards::record).toList();
    }

    private static GetShardIteratorRequest start(String stream, String shardId, @Nullable String after) {
        GetShardIteratorRequest.Builder start =
                GetShardIteratorRequest.builder().streamName(stream).shardId(shardId);
        return after == null
                ? start.shardIteratorType(ShardIteratorType.TRIM_HORIZON).build()
                : start.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                        .startingSequenceNumber(after)
                        .build();
    }

    private static StreamRecord record(Record read) {
        return new StreamRecord(
                read.sequenceNumber(),
                read.partitionKey(),
                read.approximateArrivalTimestamp(),
                read.data().asByteArray());
    }

    @Override
    public boolean awaitBeyond(String stream, String shardId, @Nullable String after, Duration longest)
            throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < deadline) {
            if (!read(stream, shardId, after, 1, 1).isEmpty()) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return false;
    }
}
