package dev.weir.stream;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads Lambda's event of a Kinesis stream, whose type consumers bring along.
public final class ShardBatches {

    private ShardBatches() {}

    /// The records by shard, in the order in which they came.
    ///
    /// @throws IllegalArgumentException if a record's `eventID` is not `<shard>:<sequence number>`
    public static List<ShardBatch> of(KinesisEvent event) {
        List<KinesisEventRecord> records = event.getRecords() == null ? List.of() : event.getRecords();
        Map<String, List<ShardBatch.Item>> shards = records.stream()
                .collect(Collectors.groupingBy(
                        ShardBatches::shard,
                        LinkedHashMap::new,
                        Collectors.mapping(ShardBatches::item, Collectors.toList())));
        return shards.entrySet().stream()
                .map(shard -> new ShardBatch(shard.getKey(), shard.getValue()))
                .toList();
    }

    private static String shard(KinesisEventRecord record) {
        String id = record.getEventID();
        String sequence = record.getKinesis().getSequenceNumber();
        if (id == null || !id.endsWith(":" + sequence)) {
            throw new IllegalArgumentException("eventID of record " + sequence + " does not say its shard");
        }
        return id.substring(0, id.length() - sequence.length() - 1);
    }

    private static ShardBatch.Item item(KinesisEventRecord record) {
        KinesisEvent.Record kinesis = record.getKinesis();
        return new ShardBatch.Item(
                new SequenceNumber(kinesis.getSequenceNumber()),
                kinesis.getPartitionKey(),
                kinesis.getApproximateArrivalTimestamp().toInstant(),
                bytes(kinesis.getData()));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
