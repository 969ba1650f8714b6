package dev.weir.local.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventSourceMappingTest {

    @TempDir
    Path folder;

    @Test
    void deliversInOrderInBatchesOfTheBatchSize() {
        ScriptedFunction function = ScriptedFunction.succeeding();
        Dock dock = Dock.of(folder, MemoryShards.one().put("a", "b", "c", "d", "e"), function);

        try (EventSourceMapping _ = dock.start(Dock.spec(2))) {
            dock.awaitCheckpoint("1004");
        }

        assertThat(function.batches()).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
    }

    @Test
    void givesEachShardItsOwnCheckpoint() {
        MemoryShards shards = new MemoryShards("shardId-000000000000", "shardId-000000000001");
        Dock dock = Dock.of(folder, shards, ScriptedFunction.succeeding());
        shards.put("shardId-000000000001", new byte[] {1}, Instant.now());

        try (EventSourceMapping _ = dock.start(Dock.spec(2))) {
            await().until(() -> Files.exists(folder.resolve("lake-writer").resolve("shardId-000000000001")));
        }

        assertThat(dock.hasCheckpoint()).isFalse();
    }

    @Test
    void aFullBatchDoesNotWaitForItsWindow() {
        ScriptedFunction function = ScriptedFunction.succeeding();
        Dock dock = Dock.of(folder, MemoryShards.one().put("a", "b", "c"), function);

        try (EventSourceMapping _ = dock.start(Dock.within(Duration.ofMinutes(5)))) {
            dock.awaitCheckpoint("1002");
        }

        assertThat(function.batches()).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void collectsWhatArrivesWithinTheWindowOfTheFirstRecord() {
        ScriptedFunction function = ScriptedFunction.succeeding();
        Dock dock = Dock.of(folder, MemoryShards.one().put("a"), function);

        try (EventSourceMapping _ = dock.start(Dock.within(Duration.ofSeconds(2)))) {
            dock.shards().put("b");
            dock.awaitCheckpoint("1001");
        }

        assertThat(function.batches()).containsExactly(List.of("a", "b"));
    }

    @Test
    void neverPassesSixMegabytesOfEventAtOnce() {
        AtomicInteger largest = new AtomicInteger();
        MemoryShards shards = MemoryShards.one();
        for (int i = 0; i < 12; i++) {
            shards.put(MemoryShards.SHARD, new byte[1024 * 1024], Instant.now());
        }
        Dock dock = Dock.of(folder, shards, (_, payload) -> {
            largest.accumulateAndGet(payload.length, Math::max);
            return ScriptedFunction.answered("");
        });

        try (EventSourceMapping _ = dock.start(Dock.spec(100))) {
            dock.awaitCheckpoint("1011");
        }

        assertThat(largest.get()).isBetween(4 * 1024 * 1024, 6 * 1024 * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "\"\"", "{}", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}"})
    void takesAnAnswerWithoutFailuresForSuccess(String answer) {
        ScriptedFunction function = new ScriptedFunction(_ -> ScriptedFunction.answered(answer));
        Dock dock = Dock.of(folder, MemoryShards.one().put("a", "b"), function);

        try (EventSourceMapping _ = dock.start(Dock.spec(10))) {
            dock.awaitCheckpoint("1001");
        }

        assertThat(function.batches()).hasSize(1);
    }

    @Test
    void goesOnFromTheLowestFailedRecord() {
        AtomicBoolean first = new AtomicBoolean(true);
        ScriptedFunction function = new ScriptedFunction(_ -> ScriptedFunction.answered(
                first.getAndSet(false)
                        ? "{\"batchItemFailures\":[{\"itemIdentifier\":\"1003\"},{\"itemIdentifier\":\"1001\"}]}"
                        : ""));
        Dock dock = Dock.of(folder, MemoryShards.one().put("a", "b", "c", "d"), function);

        try (EventSourceMapping _ = dock.start(Dock.spec(10))) {
            dock.awaitCheckpoint("1003");
        }

        assertThat(function.batches()).containsExactly(List.of("a", "b", "c", "d"), List.of("b", "c", "d"));
    }

    @Test
    void keepsTheCheckpointBeforeTheLowestFailedRecord() {
        ScriptedFunction function = new ScriptedFunction(batch -> ScriptedFunction.answered(
                batch.contains("c") ? "{\"batchItemFailures\":[{\"itemIdentifier\":\"1002\"}]}" : ""));
        Dock dock = Dock.of(folder, MemoryShards.one().put("a", "b", "c"), function);

        try (EventSourceMapping _ = dock.start(Dock.spec(10))) {
            await().until(() -> function.batches().size() > 3);
        }

        assertThat(dock.checkpoint()).hasContent("1001\n");
        assertThat(function.batches().subList(1, 4)).containsOnly(List.of("c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"999999\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"1001\"},{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{}]}",
                "{\"batchItemFailures\":\"1001\"}",
                "{\"batchItemFailures\":[",
                "[]",
                "true"
            })
    void takesAnAnswerItCannotUnderstandForFailureOfTheWholeBatch(String answer) {
        AtomicBoolean first = new AtomicBoolean(true);
        ScriptedFunction function =
                new ScriptedFunction(_ -> ScriptedFunction.answered(first.getAndSet(false) ? answer : ""));
        Dock dock = Dock.of(folder, MemoryShards.one().put("a", "b"), function);

        try (EventSourceMapping _ = dock.start(Dock.spec(10))) {
            dock.awaitCheckpoint("1001");
        }

        assertThat(function.batches()).containsExactly(List.of("a", "b"), List.of("a", "b"));
    }

    @Test
    void ignoresTheAnswerWhereTheFunctionDoesNotReportItemFailures() {
        ScriptedFunction function = new ScriptedFunction(
                _ -> ScriptedFunction.answered("{\"batchItemFailures\":[{\"itemIdentifier\":\"1000\"}]}"));
        Dock dock = Dock.of(folder, MemoryShards.one().put("a"), function);
        MappingSpec silent = new MappingSpec(
                "lake-writer",
                "events",
                "lake-writer",
                10,
                Duration.ZERO,
                false,
                false,
                -1,
                MappingSpec.LONGEST_RECORD_AGE);

        try (EventSourceMapping _ = dock.start(silent)) {
            dock.awaitCheckpoint("1000");
        }

        assertThat(function.batches()).hasSize(1);
    }

    @Test
    void goesOnAfterARestartWhereItStopped() {
        ScriptedFunction function = ScriptedFunction.succeeding();
        Dock dock = Dock.of(folder, MemoryShards.one().put("a"), function);
        try (EventSourceMapping _ = dock.start(Dock.spec(10))) {
            dock.awaitCheckpoint("1000");
        }

        dock.shards().put("b");
        try (EventSourceMapping _ = dock.start(Dock.spec(10))) {
            dock.awaitCheckpoint("1001");
        }

        assertThat(function.batches()).containsExactly(List.of("a"), List.of("b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1000", "x\n", "10\n11\n", "\u00ff"})
    void namesTheCheckpointFileThatItCannotRead(String content) throws IOException {
        Dock dock = Dock.of(folder, MemoryShards.one(), ScriptedFunction.succeeding());
        Files.createDirectories(dock.checkpoint().getParent());
        Files.write(dock.checkpoint(), content.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> dock.start(Dock.spec(10)))
                .isInstanceOf(UnreadableCheckpoint.class)
                .hasMessageContaining(dock.checkpoint().toString())
                .hasMessageNotContaining("\n");
    }

    @Test
    void closingLetsTheRunningInvocationEndAndKeepsItsCheckpoint() throws Exception {
        CountDownLatch invoked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Dock dock = Dock.of(folder, MemoryShards.one().put("a"), (_, _) -> {
            invoked.countDown();
            assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
            return ScriptedFunction.answered("");
        });
        EventSourceMapping mapping = dock.start(Dock.spec(1));
        assertThat(invoked.await(20, TimeUnit.SECONDS)).isTrue();

        Thread closing = Thread.startVirtualThread(mapping::close);
        dock.shards().put("b");
        goOn.countDown();
        closing.join();

        assertThat(dock.checkpoint()).hasContent("1000\n");
    }

    @Test
    void goesOnWhenTheStreamIsBack() {
        AtomicInteger calls = new AtomicInteger();
        ScriptedFunction function = ScriptedFunction.succeeding();
        Dock dock = Dock.of(folder, MemoryShards.one().put("a"), (name, payload) -> {
            if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException("not now");
            }
            return function.invoke(name, payload);
        });

        try (EventSourceMapping _ = dock.start(Dock.spec(1))) {
            dock.awaitCheckpoint("1000");
        }

        assertThat(function.batches()).containsExactly(List.of("a"));
    }
}
