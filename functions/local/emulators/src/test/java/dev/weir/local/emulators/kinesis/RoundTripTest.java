package dev.weir.local.emulators.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

@ParameterizedClass(name = "aws.cborEnabled={0}")
@ValueSource(booleans = {true, false})
class RoundTripTest {
    @TempDir
    Path data;

    @Parameter
    boolean cbor;

    @BeforeEach
    void encoding() {
        System.setProperty("aws.cborEnabled", String.valueOf(cbor));
    }

    @AfterEach
    void defaultEncoding() {
        System.clearProperty("aws.cborEnabled");
    }

    @Test
    void returnsEveryByteThatWasPut() throws Exception {
        byte[] bytes = new byte[256];
        IntStream.range(0, 256).forEach(i -> bytes[i] = (byte) i);
        try (var kinesis = Server.over(data).withStream("events", 1)) {
            var put = kinesis.client.putRecord(
                    r -> r.streamName("events").partitionKey("schlüssel").data(SdkBytes.fromByteArray(bytes)));

            Record got = kinesis.get(kinesis.iterator("events", ShardIteratorType.TRIM_HORIZON))
                    .records()
                    .getFirst();

            assertThat(got.data().asByteArray()).isEqualTo(bytes);
            assertThat(got.partitionKey()).isEqualTo("schlüssel");
            assertThat(got.sequenceNumber()).isEqualTo(put.sequenceNumber()).hasSize(56);
            assertThat(got.approximateArrivalTimestamp()).isEqualTo(Instant.parse("2026-11-20T10:00:00.123Z"));
        }
    }

    @Test
    void putsManyIntoTheShardsOfTheirKeysInOrder() throws Exception {
        List<PutRecordsRequestEntry> entries = IntStream.range(0, 100)
                .mapToObj(i -> PutRecordsRequestEntry.builder()
                        .partitionKey("key-" + i)
                        .data(SdkBytes.fromUtf8String("event-" + i))
                        .build())
                .toList();
        try (var kinesis = Server.over(data).withStream("events", 4)) {
            var answer = kinesis.client.putRecords(r -> r.streamName("events").records(entries));

            assertThat(answer.failedRecordCount()).isZero();
            var shards = kinesis.client.listShards(r -> r.streamName("events")).shards();
            for (int i = 0; i < 100; i++) {
                String shard = answer.records().get(i).shardId();
                assertThat(range(shards, shard)).satisfies(holds(HashKeys.of("key-" + i)));
            }
            assertThat(answer.records().stream().map(r -> r.sequenceNumber()).distinct())
                    .hasSize(100);
            assertThat(answer.records().stream().map(r -> r.shardId()).distinct())
                    .hasSize(4);
        }
    }

    private static Shard range(List<Shard> shards, String id) {
        return shards.stream()
                .filter(shard -> shard.shardId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static org.assertj.core.api.ThrowingConsumer<Shard> holds(BigInteger key) {
        return shard -> assertThat(key)
                .isBetween(
                        new BigInteger(shard.hashKeyRange().startingHashKey()),
                        new BigInteger(shard.hashKeyRange().endingHashKey()));
    }

    @Test
    void putsByExplicitHashKeyInsteadOfThePartitionKey() throws Exception {
        String last = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE).toString();
        try (var kinesis = Server.over(data).withStream("events", 3)) {
            var put = kinesis.client.putRecord(r -> r.streamName("events")
                    .partitionKey("any")
                    .explicitHashKey(last)
                    .data(SdkBytes.fromUtf8String("x")));

            assertThat(put.shardId()).isEqualTo("shardId-000000000002");
        }
    }

    @Test
    void describesAStreamByNameAndByArn() throws Exception {
        try (var kinesis = Server.over(data).withStream("events", 2)) {
            var described =
                    kinesis.client.describeStream(r -> r.streamName("events")).streamDescription();
            var summary = kinesis.client
                    .describeStreamSummary(r -> r.streamARN(described.streamARN()))
                    .streamDescriptionSummary();

            assertThat(described.streamStatus()).isEqualTo(StreamStatus.ACTIVE);
            assertThat(described.shards()).hasSize(2);
            assertThat(summary.openShardCount()).isEqualTo(2);
            assertThat(summary.streamName()).isEqualTo("events");
            assertThat(summary.retentionPeriodHours()).isEqualTo(24);
            assertThat(summary.streamCreationTimestamp()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        }
    }

    @Test
    void listsStreamsAndShardsPageByPage() throws Exception {
        try (var kinesis =
                Server.over(data).withStream("a", 3).withStream("b", 1).withStream("c", 1)) {
            var streams = kinesis.client.listStreams(r -> r.limit(2));
            var shards = kinesis.client.listShards(r -> r.streamName("a").maxResults(2));

            assertThat(streams.streamNames()).containsExactly("a", "b");
            assertThat(streams.hasMoreStreams()).isTrue();
            assertThat(kinesis.client
                            .listStreams(r -> r.nextToken(streams.nextToken()))
                            .streamNames())
                    .containsExactly("c");
            assertThat(shards.shards()).hasSize(2);
            assertThat(kinesis.client
                            .listShards(r -> r.nextToken(shards.nextToken()))
                            .shards())
                    .extracting(Shard::shardId)
                    .containsExactly("shardId-000000000002");
        }
    }
}
