package dev.weir.counters;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import dev.weir.stream.SequenceNumber;
import dev.weir.stream.ShardBatch;
import io.quarkus.funqy.Funq;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The function `count`: a batch of the stream's records in, nothing out. If it fails, the whole batch is to be
/// retried.
public class CountHandler {

    private final BatchCounter counter;

    CountHandler(BatchCounter counter) {
        this.counter = counter;
    }

    @Funq("count")
    public void count(KinesisEvent event) {
        Map<String, List<ShardBatch.Item>> byShard = new LinkedHashMap<>();
        for (KinesisEventRecord record : event.getRecords()) {
            byShard.computeIfAbsent(shardId(record), _ -> new ArrayList<>()).add(item(record));
        }
        byShard.forEach((shardId, items) -> counter.count(new ShardBatch(shardId, items)));
    }

    /// Event ids are `<shard>:<sequence number>`.
    private static String shardId(KinesisEventRecord record) {
        return record.getEventID().substring(0, record.getEventID().indexOf(':'));
    }

    private static ShardBatch.Item item(KinesisEventRecord record) {
        KinesisEvent.Record kinesis = record.getKinesis();
        return new ShardBatch.Item(
                new SequenceNumber(kinesis.getSequenceNumber()),
                kinesis.getPartitionKey(),
                kinesis.getApproximateArrivalTimestamp().toInstant(),
                bytes(kinesis.getData()));
    }

    private static byte[] bytes(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        return bytes;
    }
}
