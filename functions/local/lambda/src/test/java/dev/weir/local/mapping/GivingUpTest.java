package dev.weir.local.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.local.lambda.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Batches that fail, until they are given up.
class GivingUpTest {

    @TempDir
    Path folder;

    @Test
    void givesUpAfterTheRetriesAndMovesOn() throws IOException {
        ScriptedFunction function = new ScriptedFunction(
                batch -> batch.contains("bad") ? ScriptedFunction.failed() : ScriptedFunction.answered(""));
        Dock dock = Dock.of(folder, MemoryShards.one().put("bad"), function);

        try (EventSourceMapping _ = dock.start(Dock.retrying(2, false))) {
            dock.awaitCheckpoint("1000");
            dock.shards().put("good");
            dock.awaitCheckpoint("1001");
        }

        assertThat(function.batches()).containsExactly(List.of("bad"), List.of("bad"), List.of("bad"), List.of("good"));
        assertThat(dock.document(0).at("/requestContext/condition").asText()).isEqualTo("RetryAttemptsExhausted");
        assertThat(dock.document(0).at("/requestContext/approximateInvokeCount").asInt())
                .isEqualTo(3);
    }

    @Test
    void bisectsDownToTheBadRecordWhichAloneIsGivenUp() {
        ScriptedFunction function = new ScriptedFunction(
                batch -> batch.contains("bad") ? ScriptedFunction.failed() : ScriptedFunction.answered(""));
        Dock dock = Dock.of(folder, MemoryShards.one().put("a", "bad", "c", "d"), function);

        try (EventSourceMapping _ = dock.start(Dock.retrying(1, true))) {
            dock.awaitCheckpoint("1003");
        }

        assertThat(function.batches())
                .containsExactly(
                        List.of("a", "bad", "c", "d"),
                        List.of("a", "bad"),
                        List.of("a"),
                        List.of("bad"),
                        List.of("bad"),
                        List.of("c", "d"));
        assertThat(dock.failed()).hasSize(1);
    }

    @Test
    void throttlingCostsNoRetry() {
        AtomicInteger calls = new AtomicInteger();
        ScriptedFunction function = new ScriptedFunction(_ -> calls.incrementAndGet() <= 5
                ? new Invocation.Failed("TooManyRequestsException", "")
                : ScriptedFunction.answered(""));
        Dock dock = Dock.of(folder, MemoryShards.one().put("a"), function);

        try (EventSourceMapping _ = dock.start(Dock.retrying(0, false))) {
            dock.awaitCheckpoint("1000");
        }

        assertThat(dock.failed()).isEmpty();
    }

    @Test
    void givesUpWhatIsPastTheRecordAgeWithoutInvokingAndDeliversTheRest() throws IOException {
        ScriptedFunction function = ScriptedFunction.succeeding();
        MemoryShards shards = MemoryShards.one();
        shards.put(MemoryShards.SHARD, new byte[] {1}, Instant.now().minus(Duration.ofHours(2)));
        Dock dock = Dock.of(folder, shards.put("fresh"), function);

        try (EventSourceMapping _ = dock.start(Dock.upToAge(Duration.ofHours(1)))) {
            dock.awaitCheckpoint("1001");
        }

        assertThat(function.batches()).containsExactly(List.of("fresh"));
        assertThat(dock.document(0).at("/requestContext/condition").asText()).isEqualTo("RecordAgeExceeded");
        assertThat(dock.document(0).at("/KinesisBatchInfo/batchSize").asInt()).isEqualTo(1);
    }

    @Test
    void triesUntilTheRecordIsTooOldWhereRetriesAreUnlimited() {
        ScriptedFunction function = new ScriptedFunction(_ -> ScriptedFunction.failed());
        Dock dock = Dock.of(folder, MemoryShards.one().put("bad"), function);

        try (EventSourceMapping _ = dock.start(Dock.upToAge(Duration.ofMillis(500)))) {
            dock.awaitCheckpoint("1000");
        }

        assertThat(function.batches()).hasSizeGreaterThan(5);
        assertThat(dock.failed()).hasSize(1);
    }

    @Test
    void losesNothingWhileTheDestinationFails() {
        ScriptedFunction function = new ScriptedFunction(_ -> ScriptedFunction.failed());
        Dock dock = Dock.of(folder, MemoryShards.one().put("bad"), function);
        AtomicInteger stores = new AtomicInteger();

        try (EventSourceMapping _ = dock.start(Dock.retrying(0, false), batch -> {
            if (stores.incrementAndGet() < 4) {
                throw new IllegalStateException("the bucket is not there");
            }
            assertThat(dock.hasCheckpoint()).isFalse();
            dock.failed().add(batch);
        })) {
            dock.awaitCheckpoint("1000");
        }

        assertThat(function.batches()).hasSize(4);
        assertThat(dock.failed()).hasSize(1);
    }
}
