package dev.weir.counters;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.CounterRule;
import dev.weir.stream.FailedBatch;
import dev.weir.stream.RecordCodec;
import dev.weir.stream.SequenceNumber;
import dev.weir.stream.ShardBatch;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// The counters of the catalog over a table in memory.
final class Counters {

    static final Catalog CATALOG = Catalog.load();
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-08T15:00:00Z"), ZoneOffset.UTC);
    static final TimeRange ALL =
            new TimeRange(Instant.parse("2026-02-08T00:00:00Z"), Instant.parse("2026-02-09T00:00:00Z"));

    final FakeDynamo dynamo = new FakeDynamo();
    private final BatchCounter counter = new BatchCounter(
            CATALOG,
            new RecordCodec(),
            new CounterTable(dynamo, "counters"),
            new BatchLedger(dynamo, "counters", CLOCK));

    /// What the function did when it had given up a batch of these.
    Recount recount(List<ShardBatch.Item> records) {
        SequenceNumber first = records.getFirst().sequenceNumber();
        SequenceNumber last = records.getLast().sequenceNumber();
        return counter.recount(new FailedBatch("counters", first, last, new ShardBatch(Events.SHARD, records)));
    }

    void count(ShardBatch.Item... records) {
        count(List.of(records));
    }

    void count(List<ShardBatch.Item> records) {
        counter.count(new ShardBatch(Events.SHARD, records));
    }

    void countOf(String shardId, ShardBatch.Item... records) {
        counter.count(new ShardBatch(shardId, List.of(records)));
    }

    List<Point> points(String counter) {
        return new CounterReader(dynamo, "counters", CLOCK)
                .read(Events.PRODUCT, rule(counter), ALL)
                .orElseThrow();
    }

    static CounterRule rule(String name) {
        return CATALOG.product(Events.PRODUCT).orElseThrow().settings().counters().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
