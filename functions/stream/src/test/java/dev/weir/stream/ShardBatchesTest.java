package dev.weir.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardBatchesTest {

    private static final Instant ARRIVAL = Instant.parse("2026-02-08T13:59:59.987Z");

    @Test
    void keepsTheRecordsOfEachShardTogetherAndInOrder() {
        List<ShardBatch> batches = ShardBatches.of(event(
                record("shardId-000000000000:9", "9"),
                record("shardId-000000000001:3", "3"),
                record("shardId-000000000000:10", "10")));

        assertThat(batches)
                .extracting(ShardBatch::shardId)
                .containsExactly("shardId-000000000000", "shardId-000000000001");
        assertThat(batches.getFirst().items())
                .extracting(item -> item.sequenceNumber().digits())
                .containsExactly("9", "10");
        assertThat(batches.getFirst().items().getFirst().arrival()).isEqualTo(ARRIVAL);
    }

    @Test
    void hasNothingWithoutRecords() {
        assertThat(ShardBatches.of(new KinesisEvent())).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "9", "shardId-000000000000", "shardId-000000000000:8"})
    void refusesARecordThatDoesNotSayItsShard(String eventId) {
        KinesisEvent event = event(record(eventId, "9"));

        assertThatThrownBy(() -> ShardBatches.of(event)).isInstanceOf(IllegalArgumentException.class);
    }

    private static KinesisEvent event(KinesisEventRecord... records) {
        KinesisEvent event = new KinesisEvent();
        event.setRecords(List.of(records));
        return event;
    }

    private static KinesisEventRecord record(String eventId, String sequence) {
        KinesisEvent.Record kinesis = new KinesisEvent.Record();
        kinesis.setSequenceNumber(sequence);
        kinesis.setPartitionKey("key");
        kinesis.setData(ByteBuffer.wrap(new byte[] {1}));
        kinesis.setApproximateArrivalTimestamp(Date.from(ARRIVAL));
        KinesisEventRecord record = new KinesisEventRecord();
        record.setEventID(eventId);
        record.setKinesis(kinesis);
        return record;
    }
}
