package dev.weir.local.emulators.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.local.emulators.CannotStart;
import dev.weir.local.emulators.CorruptData;
import dev.weir.local.emulators.SettableClock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurabilityTest {
    private static final KinesisSettings SMALL_SEGMENTS = new KinesisSettings(Duration.ofDays(1), 100, false);

    @TempDir
    Path data;

    @Test
    void goesOnAfterARestartWhereItWas() throws Exception {
        String last;
        try (var kinesis = Server.over(data).withStream("events", 1)) {
            kinesis.put("events", "k", "1");
            last = kinesis.put("events", "k", "2").sequenceNumber();
        }

        try (var kinesis = Server.over(data)) {
            String next = kinesis.put("events", "k", "3").sequenceNumber();

            assertThat(kinesis.all("events")).containsExactly("1", "2", "3");
            assertThat(new BigInteger(next)).isGreaterThan(new BigInteger(last));
        }
    }

    @Test
    void readsAcrossSegmentsAndAfterARestart() throws Exception {
        List<String> events = IntStream.range(0, 50).mapToObj(i -> "event-" + i).toList();
        try (var kinesis = new Server(data, new SettableClock(), SMALL_SEGMENTS).withStream("events", 1)) {
            events.forEach(event -> kinesis.put("events", "k", event));
            assertThat(kinesis.all("events")).isEqualTo(events);
        }

        try (var kinesis = new Server(data, new SettableClock(), SMALL_SEGMENTS)) {
            assertThat(segments()).hasSizeGreaterThan(10);
            assertThat(kinesis.all("events")).isEqualTo(events);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 12, 20})
    void cutsOffARecordThatACrashTore(int cut) throws Exception {
        try (var kinesis = Server.over(data).withStream("events", 1)) {
            kinesis.put("events", "k", "whole");
            kinesis.put("events", "k", "torn");
        }
        try (var file = new RandomAccessFile(segments().getFirst().toFile(), "rw")) {
            file.setLength(file.length() - cut);
        }

        try (var kinesis = Server.over(data)) {
            assertThat(kinesis.all("events")).containsExactly("whole");
            kinesis.put("events", "k", "next");
            assertThat(kinesis.all("events")).containsExactly("whole", "next");
        }
    }

    @Test
    void cutsOffZerosThatAPowerCutLeft() throws Exception {
        try (var kinesis = Server.over(data).withStream("events", 1)) {
            kinesis.put("events", "k", "whole");
        }
        Files.write(segments().getFirst(), new byte[4_096], StandardOpenOption.APPEND);

        try (var kinesis = Server.over(data)) {
            assertThat(kinesis.all("events")).containsExactly("whole");
        }
    }

    @Test
    void refusesAnAcknowledgedRecordThatWasDamaged() throws Exception {
        try (var kinesis = Server.over(data).withStream("events", 1)) {
            kinesis.put("events", "k", "damaged");
            kinesis.put("events", "k", "whole");
        }
        try (var file = new RandomAccessFile(segments().getFirst().toFile(), "rw")) {
            file.seek(20);
            file.write(0xff);
        }

        assertCorrupt();
    }

    @Test
    void refusesASegmentThatIsMissing() throws Exception {
        try (var kinesis = new Server(data, new SettableClock(), SMALL_SEGMENTS).withStream("events", 1)) {
            IntStream.range(0, 20).forEach(i -> kinesis.put("events", "k", "event"));
        }
        Files.delete(segments().get(2));

        assertCorrupt();
    }

    @Test
    void refusesAStreamWhoseDescriptionIsGarbage() throws Exception {
        Server.over(data).withStream("events", 1).close();
        Files.writeString(data.resolve("events.stream/stream.json"), "garbage");

        assertCorrupt();
    }

    @Test
    void refusesAFileWhereTheFolderShouldBe() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "x");

        assertThatThrownBy(() -> KinesisServer.start(file, 0, new SettableClock()))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining(file.toString());
    }

    private void assertCorrupt() {
        assertThatThrownBy(() -> KinesisServer.start(data, 0, new SettableClock()))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining(data.toString())
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\n");
    }

    @Test
    void refusesAFolderOrAPortThatAnotherOneHolds() throws Exception {
        try (var kinesis = Server.over(data)) {
            int port = kinesis.server.endpoint().getPort();

            assertThatThrownBy(() -> KinesisServer.start(data, 0, new SettableClock()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(data.toString());
            assertThatThrownBy(() -> KinesisServer.start(data.resolve("other"), port, new SettableClock()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("127.0.0.1:" + port);
        }
    }

    @Test
    void dropsWholeSegmentsPastRetentionAndKeepsCounting() throws Exception {
        try (var kinesis = Server.over(data).withStream("events", 1)) {
            String first = kinesis.put("events", "k", "old").sequenceNumber();
            kinesis.clock.advance(Duration.ofHours(24));
            assertThat(kinesis.all("events")).containsExactly("old");
            kinesis.put("events", "k", "young");

            kinesis.clock.advance(Duration.ofMillis(1));

            assertThat(kinesis.all("events")).containsExactly("young");
            kinesis.clock.advance(Duration.ofHours(25));
            assertThat(kinesis.all("events")).isEmpty();
            String next = kinesis.put("events", "k", "new").sequenceNumber();
            assertThat(SequenceNumber.parse(next).index())
                    .isEqualTo(SequenceNumber.parse(first).index() + 2);
            assertThat(segments()).hasSize(1);
        }
    }

    @Test
    void aDeletedStreamIsGoneAfterARestart() throws Exception {
        try (var kinesis = Server.over(data).withStream("events", 2).withStream("other", 1)) {
            kinesis.client.deleteStream(r -> r.streamName("events"));
        }
        Files.createDirectories(data.resolve("half.unfinished/shardId-000000000000"));

        try (var kinesis = Server.over(data)) {
            assertThat(kinesis.client.listStreams().streamNames()).containsExactly("other");
            assertThat(data.resolve("half.unfinished")).doesNotExist();
        }
    }

    private List<Path> segments() throws IOException {
        try (var files = Files.walk(data)) {
            return files.filter(file -> file.toString().endsWith(Segment.SUFFIX))
                    .sorted()
                    .toList();
        }
    }
}
