package dev.weir.local.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.local.lambda.Account;
import dev.weir.local.lambda.Invoker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/// A mapping between a stream in memory, a scripted function and a destination in memory, with
/// hardly any wait between tries.
record Dock(Path folder, MemoryShards shards, Invoker function, List<FailedBatch> failed) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Backoff SHORT = new Backoff(Duration.ofMillis(2), Duration.ofMillis(4), new Random(1));

    static Dock of(Path folder, MemoryShards shards, Invoker function) {
        return new Dock(folder, shards, function, new CopyOnWriteArrayList<>());
    }

    static MappingSpec spec(int batchSize) {
        return new MappingSpec(
                "lake-writer",
                "events",
                "lake-writer",
                batchSize,
                Duration.ZERO,
                true,
                false,
                -1,
                MappingSpec.LONGEST_RECORD_AGE);
    }

    static MappingSpec retrying(int maximumRetries, boolean bisect) {
        MappingSpec spec = spec(100);
        return new MappingSpec(
                spec.name(),
                spec.stream(),
                spec.function(),
                spec.batchSize(),
                spec.window(),
                true,
                bisect,
                maximumRetries,
                spec.maximumRecordAge());
    }

    static MappingSpec within(Duration window) {
        return new MappingSpec(
                "lake-writer", "events", "lake-writer", 3, window, true, false, -1, MappingSpec.LONGEST_RECORD_AGE);
    }

    static MappingSpec upToAge(Duration age) {
        return new MappingSpec("lake-writer", "events", "lake-writer", 100, Duration.ZERO, true, false, -1, age);
    }

    EventSourceMapping start(MappingSpec spec) {
        return start(spec, failed::add);
    }

    EventSourceMapping start(MappingSpec spec, FailedBatches destination) {
        return new Mappings(shards, function, destination, folder, Account.LOCAL, Clock.systemUTC()).start(spec, SHORT);
    }

    Path checkpoint() {
        return folder.resolve("lake-writer").resolve(MemoryShards.SHARD);
    }

    void awaitCheckpoint(String sequenceNumber) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(checkpoint()).hasContent(sequenceNumber + "\n"));
    }

    boolean hasCheckpoint() {
        return Files.exists(checkpoint());
    }

    JsonNode document(int index) throws IOException {
        return JSON.readTree(failed.get(index).document());
    }
}
