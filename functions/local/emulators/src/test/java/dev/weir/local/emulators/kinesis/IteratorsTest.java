package dev.weir.local.emulators.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

class IteratorsTest {
    @TempDir
    Path data;

    private Server kinesis;

    @BeforeEach
    void start() {
        kinesis = Server.over(data).withStream("events", 1);
    }

    @AfterEach
    void stop() throws Exception {
        kinesis.close();
    }

    @Test
    void latestSeesOnlyWhatComesLater() {
        kinesis.put("events", "k", "before");
        String latest = kinesis.iterator("events", ShardIteratorType.LATEST);
        kinesis.put("events", "k", "after");

        assertThat(Server.texts(kinesis.get(latest).records())).containsExactly("after");
    }

    @Test
    void atASequenceNumberIncludesItAndAfterItDoesNot() {
        kinesis.put("events", "k", "1");
        String second = kinesis.put("events", "k", "2").sequenceNumber();
        kinesis.put("events", "k", "3");

        assertThat(from(ShardIteratorType.AT_SEQUENCE_NUMBER, second)).containsExactly("2", "3");
        assertThat(from(ShardIteratorType.AFTER_SEQUENCE_NUMBER, second)).containsExactly("3");
    }

    private List<String> from(ShardIteratorType type, String sequence) {
        String iterator = kinesis.client
                .getShardIterator(r -> r.streamName("events")
                        .shardId(Server.SHARD)
                        .shardIteratorType(type)
                        .startingSequenceNumber(sequence))
                .shardIterator();
        return Server.texts(kinesis.get(iterator).records());
    }

    @Test
    void atATimestampBeginsWithTheFirstRecordOfThatMillisecond() {
        kinesis.put("events", "k", "1");
        kinesis.clock.advance(Duration.ofMillis(1));
        Instant time = kinesis.clock.instant();
        kinesis.put("events", "k", "2");
        kinesis.put("events", "k", "3");

        assertThat(since(time)).containsExactly("2", "3");
        assertThat(since(time.minusMillis(1))).containsExactly("1", "2", "3");
    }

    @Test
    void aTimestampInTheFutureIsRefused() {
        assertThatThrownBy(() -> since(kinesis.clock.instant().plusSeconds(1)))
                .isInstanceOf(InvalidArgumentException.class);
    }

    private List<String> since(Instant time) {
        String iterator = kinesis.client
                .getShardIterator(r -> r.streamName("events")
                        .shardId(Server.SHARD)
                        .shardIteratorType(ShardIteratorType.AT_TIMESTAMP)
                        .timestamp(time))
                .shardIterator();
        return Server.texts(kinesis.get(iterator).records());
    }

    @Test
    void theNextIteratorGoesOnBehindTheLastRecordEvenWhenThereWasNone() {
        var empty = kinesis.get(kinesis.iterator("events", ShardIteratorType.TRIM_HORIZON));
        kinesis.put("events", "k", "1");
        var one = kinesis.get(empty.nextShardIterator());
        kinesis.put("events", "k", "2");

        assertThat(empty.records()).isEmpty();
        assertThat(Server.texts(one.records())).containsExactly("1");
        assertThat(Server.texts(kinesis.get(one.nextShardIterator()).records())).containsExactly("2");
    }

    @Test
    void saysHowFarBehindTheLatestRecordTheReaderIs() {
        kinesis.put("events", "k", "1");
        kinesis.put("events", "k", "2");
        kinesis.clock.advance(Duration.ofSeconds(90));
        String start = kinesis.iterator("events", ShardIteratorType.TRIM_HORIZON);

        var first = kinesis.client.getRecords(r -> r.shardIterator(start).limit(1));
        var second = kinesis.client.getRecords(
                r -> r.shardIterator(first.nextShardIterator()).limit(1));

        assertThat(first.millisBehindLatest()).isEqualTo(90_000);
        assertThat(second.millisBehindLatest()).isZero();
    }

    @Test
    void returnsAtMostTenMegabytesAtOnceAndLosesNothing() {
        SdkBytes megabyte = SdkBytes.fromByteArray(new byte[(1 << 20) - 1]);
        for (int i = 0; i < 11; i++) {
            kinesis.client.putRecord(
                    r -> r.streamName("events").partitionKey("k").data(megabyte));
        }

        var first = kinesis.get(kinesis.iterator("events", ShardIteratorType.TRIM_HORIZON));

        assertThat(first.records()).hasSize(10);
        assertThat(kinesis.get(first.nextShardIterator()).records()).hasSize(1);
    }

    @Test
    void expiresAfterFiveMinutesAndNotBefore() {
        String iterator = kinesis.iterator("events", ShardIteratorType.TRIM_HORIZON);
        kinesis.clock.advance(Duration.ofMinutes(5));
        kinesis.get(iterator);

        kinesis.clock.advance(Duration.ofMillis(1));

        assertThatThrownBy(() -> kinesis.get(iterator)).isInstanceOf(ExpiredIteratorException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "%%%", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void garbageIsRefused(String iterator) {
        assertThatThrownBy(() -> kinesis.get(iterator)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void aSequenceNumberOfAnotherShardIsRefused() {
        String foreign = new SequenceNumber(1, 5, 0, 1).toString();

        assertThatThrownBy(() -> from(ShardIteratorType.AT_SEQUENCE_NUMBER, foreign))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void anIteratorOfADeletedStreamDoesNotReadItsSuccessor() {
        String iterator = kinesis.iterator("events", ShardIteratorType.TRIM_HORIZON);
        kinesis.client.deleteStream(r -> r.streamName("events"));
        kinesis.clock.advance(Duration.ofSeconds(1));
        kinesis.withStream("events", 1);

        assertThatThrownBy(() -> kinesis.get(iterator)).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void anUnknownShardIsNotFound() {
        assertThatThrownBy(() -> kinesis.client.getShardIterator(r -> r.streamName("events")
                        .shardId("shardId-000000000001")
                        .shardIteratorType(ShardIteratorType.LATEST)))
                .isInstanceOf(ResourceNotFoundException.class);
    }
}
