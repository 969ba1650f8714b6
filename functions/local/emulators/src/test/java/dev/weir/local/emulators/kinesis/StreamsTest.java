package dev.weir.local.emulators.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsTest {
    @TempDir
    Path data;

    private Server kinesis;
    private Streams streams;

    @BeforeEach
    void start() {
        kinesis = Server.over(data).withStream("events", 1);
        streams = kinesis.server.streams();
    }

    @AfterEach
    void stop() throws Exception {
        kinesis.close();
    }

    @Test
    void readsOnBehindTheLastSequenceNumber() {
        kinesis.put("events", "k", "1");
        kinesis.put("events", "k", "2");
        kinesis.put("events", "k", "3");

        var first = streams.read("events", Server.SHARD, null, 2, 1_000);
        var rest = streams.read("events", Server.SHARD, first.getLast().sequenceNumber(), 2, 1_000);

        assertThat(first).extracting(record -> new String(record.data(), UTF_8)).containsExactly("1", "2");
        assertThat(rest).extracting(record -> new String(record.data(), UTF_8)).containsExactly("3");
        assertThat(streams.read("events", Server.SHARD, rest.getLast().sequenceNumber(), 2, 1_000))
                .isEmpty();
    }

    @Test
    void stopsAtTheByteLimitButAlwaysReturnsOneRecord() {
        kinesis.put("events", "k", "123456789");
        kinesis.put("events", "k", "123456789");
        kinesis.put("events", "k", "123456789");

        assertThat(streams.read("events", Server.SHARD, null, 10, 20)).hasSize(2);
        assertThat(streams.read("events", Server.SHARD, null, 10, 19)).hasSize(1);
        assertThat(streams.read("events", Server.SHARD, null, 10, 1)).hasSize(1);
    }

    @Test
    void wakesAReaderThatWaitsForTheNextRecord() throws Exception {
        String last = kinesis.put("events", "k", "1").sequenceNumber();
        var waiting = CompletableFuture.supplyAsync(() -> await(last, Duration.ofSeconds(30)));

        kinesis.put("events", "k", "2");

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givesUpWaitingAfterTheTimeout() {
        String last = kinesis.put("events", "k", "1").sequenceNumber();

        assertThat(await(last, Duration.ofMillis(10))).isFalse();
        assertThat(await(null, Duration.ofMillis(10))).isTrue();
    }

    private boolean await(@Nullable String after, Duration timeout) {
        try {
            return streams.awaitBeyond("events", Server.SHARD, after, timeout);
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void anInterruptedReaderSpoilsNothingForOthers() {
        kinesis.put("events", "k", "1");

        Thread.currentThread().interrupt();
        var records = streams.read("events", Server.SHARD, null, 10, 1_000);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(records).hasSize(1);
        kinesis.put("events", "k", "2");
        assertThat(kinesis.all("events")).containsExactly("1", "2");
    }

    @Test
    void createsAStreamOnlyWhereItIsMissing() {
        streams.createIfMissing("events", 7);
        streams.createIfMissing("more", 2);

        assertThat(streams.shardIds("events")).hasSize(1);
        assertThat(streams.shardIds("more")).containsExactly("shardId-000000000000", "shardId-000000000001");
    }

    @Test
    void hasNoStreamOrShardOfAnotherName() {
        assertThatThrownBy(() -> streams.shardIds("other")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> streams.read("events", "shardId-7", null, 1, 1))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> streams.read("events", Server.SHARD, "1", 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRecordShowsNeitherItsKeyNorItsData() {
        kinesis.put("events", "secret-key", "secret-data");

        assertThat(streams.read("events", Server.SHARD, null, 1, 1).getFirst().toString())
                .doesNotContain("secret");
    }
}
