package dev.weir.local.emulators.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.local.emulators.Clients;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;

class KillTest {
    @TempDir
    Path data;

    @Test
    @Timeout(60)
    void keepsEveryAcknowledgedRecordWhenTheProcessIsKilled() throws Exception {
        Process process = start();
        List<String> acknowledged = new ArrayList<>();
        try (var client = Clients.of(KinesisClient.builder(), endpoint(process))) {
            client.createStream(r -> r.streamName("events").shardCount(1));
            putUntilItFails(client, acknowledged, process);
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }

        try (var kinesis = Server.over(data)) {
            var records = kinesis.server.streams().read("events", Server.SHARD, null, 100_000, 10 << 20);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(200);
            assertThat(records).extracting(StreamRecord::sequenceNumber).containsAll(acknowledged);
            assertThat(records.size()).isBetween(acknowledged.size(), acknowledged.size() + 1);
        }
    }

    private static void putUntilItFails(KinesisClient client, List<String> acknowledged, Process process) {
        try {
            while (acknowledged.size() < 100_000) {
                acknowledged.add(client.putRecord(r ->
                                r.streamName("events").partitionKey("k").data(SdkBytes.fromUtf8String("x".repeat(500))))
                        .sequenceNumber());
                if (acknowledged.size() == 200) {
                    process.destroyForcibly();
                }
            }
        } catch (SdkException killed) {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(200);
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static URI endpoint(Process process) throws IOException {
        return URI.create(process.inputReader().readLine());
    }

    /// The process to kill: prints where it listens, and goes on until it is killed.
    static final class Victim {
        private Victim() {}

        public static void main(String[] args) throws Exception {
            KinesisServer server = KinesisServer.start(Path.of(args[0]), 0, Clock.systemUTC());
            System.out.println(server.endpoint());
            Thread.sleep(TimeUnit.MINUTES.toMillis(2));
            server.close();
        }
    }
}
