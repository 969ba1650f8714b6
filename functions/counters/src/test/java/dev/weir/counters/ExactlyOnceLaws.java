package dev.weir.counters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.event.StoredEvent;
import dev.weir.stream.ShardBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/// A shard is handed in as Lambda does it: in batches of any length, each starting at the checkpoint or, after a
/// failure or a lost answer, before it; while an earlier invocation may still be running.
class ExactlyOnceLaws {

    private static final Instant START = Instant.parse("2026-02-08T14:03:58Z");

    /// One invocation.
    ///
    /// @param back how far before the checkpoint it starts
    /// @param lost whether it succeeds without Lambda hearing of it
    record Invocation(int back, int length, List<Trouble> troubles, boolean lost) {}

    enum Trouble {
        NONE,
        FAILS_BEFORE,
        FAILS_AFTER,
        ANOTHER_INVOCATION
    }

    @Property(tries = 500)
    void everyEventIsCountedOnce(
            @ForAll("shards") List<List<StoredEvent>> shard, @ForAll("invocations") List<Invocation> invocations) {
        Counters counters = new Counters();
        List<ShardBatch.Item> records = records(shard);

        int checkpoint = 0;
        for (Invocation invocation : invocations) {
            int from = Math.max(0, checkpoint - invocation.back());
            int to = Math.min(records.size(), from + invocation.length());
            if (succeeds(counters, invocation, records.subList(0, to), from) && !invocation.lost()) {
                checkpoint = Math.max(checkpoint, to);
            }
        }
        counters.dynamo.script(List.of());
        counters.count(records.subList(checkpoint, records.size()));

        assertThat(counted(counters)).isEqualTo(expected(shard));
    }

    private static boolean succeeds(Counters counters, Invocation invocation, List<ShardBatch.Item> until, int from) {
        Runnable another = () -> counters.count(until.subList(from / 2, (from + until.size() + 1) / 2));
        counters.dynamo.script(invocation.troubles().stream()
                .map(trouble -> step(trouble, another))
                .toList());
        try {
            counters.count(until.subList(from, until.size()));
            return true;
        } catch (DynamoDbException e) {
            return false;
        }
    }

    private static FakeDynamo.Step step(Trouble trouble, Runnable another) {
        return switch (trouble) {
            case NONE -> new FakeDynamo.Step.Normal();
            case FAILS_BEFORE -> new FakeDynamo.Step.FailsBefore();
            case FAILS_AFTER -> new FakeDynamo.Step.FailsAfter();
            case ANOTHER_INVOCATION -> new FakeDynamo.Step.Meanwhile(another);
        };
    }

    private static List<ShardBatch.Item> records(List<List<StoredEvent>> shard) {
        List<ShardBatch.Item> records = new ArrayList<>();
        shard.forEach(events -> records.add(Events.record(95 + records.size(), events)));
        return records;
    }

    private static Map<String, Long> expected(List<List<StoredEvent>> shard) {
        Map<String, Long> expected = new TreeMap<>();
        shard.stream().flatMap(List::stream).forEach(event -> {
            Instant received = event.header().timing().receivedAt();
            Instant minute = Instant.ofEpochSecond(received.getEpochSecond() / 60 * 60);
            String values = event.header().type().name() + "/" + event.context().get("platform");
            expected.merge(minute + " " + values, 1L, Long::sum);
        });
        return expected;
    }

    private static Map<String, Long> counted(Counters counters) {
        Map<String, Long> counted = new TreeMap<>();
        for (Point point : counters.points("events_per_minute")) {
            String values = String.join(
                    "/", point.values().stream().flatMap(Optional::stream).toList());
            counted.put(point.start() + " " + values, point.count());
        }
        return counted;
    }

    @Provide
    Arbitrary<List<List<StoredEvent>>> shards() {
        Arbitrary<Instant> times = Arbitraries.integers().between(0, 63).map(START::plusSeconds);
        Arbitrary<StoredEvent> events = Combinators.combine(
                        Arbitraries.of("app.launch", "playback.started"), Arbitraries.of("ios", "android"), times)
                .as(Events::event);
        return events.list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Invocation>> invocations() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of(Trouble.class).list().ofMaxSize(4),
                        Arbitraries.of(true, false))
                .as(Invocation::new)
                .list()
                .ofMaxSize(12);
    }
}
