package dev.weir.counters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.event.StoredEvent;
import dev.weir.stream.ShardBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/// A shard is handed in batch by batch. Some are given up, half counted or not at all, or counted and nobody heard of
/// it; the shard goes on, and they are counted again at any later moment, as often as it takes.
class RecountLaws {

    private static final Instant START = Instant.parse("2026-02-08T14:03:50Z");

    /// One batch.
    ///
    /// @param attempts the updates of each attempt that fails; the last of them, before it is done or after
    /// @param lost whether its success is not heard of
    /// @param recounts whether all that was given up so far is counted again now, and when that dies
    record Step(int length, List<List<Boolean>> attempts, boolean succeeds, boolean lost, List<Boolean> recounts) {}

    @Property(tries = 500)
    void everyEventIsCountedOnce(@ForAll("shards") List<List<StoredEvent>> shard, @ForAll("steps") List<Step> steps) {
        Counters counters = new Counters();
        List<List<ShardBatch.Item>> givenUp = new ArrayList<>();
        List<ShardBatch.Item> records = new ArrayList<>();
        shard.forEach(events -> records.add(Events.record(95 + records.size(), events)));
        int next = 0;
        for (Step step : steps) {
            int end = Math.min(records.size(), next + step.length());
            List<ShardBatch.Item> batch = records.subList(next, end);
            if (!batch.isEmpty() && !count(counters, step, batch)) {
                givenUp.add(batch);
            }
            next = end;
            givenUp.forEach(failed -> dies(counters, step.recounts(), () -> counters.recount(failed)));
        }
        counters.count(records.subList(next, records.size()));
        givenUp.forEach(counters::recount);
        givenUp.forEach(counters::recount);

        long counted = counters.points("events_per_minute").stream()
                .mapToLong(Point::count)
                .sum();
        assertThat(counted).isEqualTo(shard.stream().mapToLong(List::size).sum());
    }

    /// Whether Lambda hears of its success.
    private static boolean count(Counters counters, Step step, List<ShardBatch.Item> batch) {
        for (List<Boolean> attempt : step.attempts()) {
            if (!dies(counters, attempt, () -> counters.count(batch))) {
                return !step.lost();
            }
        }
        return step.succeeds() && !dies(counters, List.of(), () -> counters.count(batch)) && !step.lost();
    }

    private static boolean dies(Counters counters, List<Boolean> troubles, Runnable work) {
        List<FakeDynamo.Step> script = new ArrayList<>();
        for (int i = 0; i < troubles.size(); i++) {
            boolean last = i == troubles.size() - 1;
            script.add(
                    !last
                            ? new FakeDynamo.Step.Normal()
                            : troubles.get(i) ? new FakeDynamo.Step.FailsAfter() : new FakeDynamo.Step.FailsBefore());
        }
        counters.dynamo.script(script);
        try {
            work.run();
            return false;
        } catch (DynamoDbException died) {
            return true;
        } finally {
            counters.dynamo.script(List.of());
        }
    }

    @Provide
    Arbitrary<List<List<StoredEvent>>> shards() {
        Arbitrary<Instant> times = Arbitraries.integers().between(0, 120).map(START::plusSeconds);
        Arbitrary<StoredEvent> events = Combinators.combine(
                        Arbitraries.of("app.launch", "playback.started"), Arbitraries.of("ios", "android"), times)
                .as(Events::event);
        return events.list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(16);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<List<Boolean>> troubles = Arbitraries.of(true, false).list().ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        troubles.list().ofMaxSize(2),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        troubles)
                .as(Step::new)
                .list()
                .ofMaxSize(8);
    }
}
