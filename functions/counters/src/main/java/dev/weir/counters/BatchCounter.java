package dev.weir.counters;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.CounterRule;
import dev.weir.core.catalog.Product;
import dev.weir.core.event.FlatEvent;
import dev.weir.core.event.StoredEvent;
import dev.weir.counters.BatchLedger.Batch;
import dev.weir.stream.Coordinates;
import dev.weir.stream.Decoded;
import dev.weir.stream.FailedBatch;
import dev.weir.stream.RecordCodec;
import dev.weir.stream.SequenceNumber;
import dev.weir.stream.ShardBatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Counts the events of a batch, each exactly once however often and however cut the batch is handed in: an item moves
/// its high-water mark in the same update that adds to it.
final class BatchCounter {

    private static final Logger LOG = Logger.getLogger(BatchCounter.class);

    /// Far more updates of an item than a batch needs, and invocations of a shard can get in between.
    private static final int MAX_ROUNDS = 500;

    private final Catalog catalog;
    private final RecordCodec codec;
    private final CounterTable table;
    private final BatchLedger ledger;

    BatchCounter(Catalog catalog, RecordCodec codec, CounterTable table, BatchLedger ledger) {
        this.catalog = catalog;
        this.codec = codec;
        this.table = table;
        this.ledger = ledger;
    }

    /// Returns once all of the batch is counted. Whatever it throws, the batch can be handed in again.
    void count(ShardBatch batch) {
        if (!batch.items().isEmpty()) {
            Batch name = new Batch(batch.shardId(), batch.items().getFirst().sequenceNumber());
            tallies(batch).forEach((item, tally) -> add(item, tally, name));
            ledger.end(name);
        }
    }

    /// Counts a batch that was given up, and that the shard has gone on without: what its attempts have not counted, in
    /// items of its own. Whatever it throws, and however often it is done, each event is counted once.
    Recount recount(FailedBatch failed) {
        Batch name = new Batch(failed.batch().shardId(), failed.first());
        if (ledger.hasEnded(name)) {
            return new Recount.HadEnded(failed.first());
        }
        long all = 0;
        long counted = 0;
        for (var entry : tallies(failed.batch()).entrySet()) {
            CounterItem live = entry.getKey();
            Optional<SequenceNumber> reached = table.read(live).reached(failed.first(), failed.last());
            Tally open = reached.map(entry.getValue()::after).orElse(entry.getValue());
            all += entry.getValue().size();
            counted += open.isEmpty() ? 0 : add(live.late(failed.first()), open, name);
        }
        ledger.end(name);
        return new Recount.Counted(counted, all - counted);
    }

    /// Adds what an item does not have; how many events that is.
    private long add(CounterItem item, Tally tally, Batch batch) {
        ItemState state = table.read(item);
        Tally open = tally.after(state);
        long events = open.size();
        for (int round = 0; !open.isEmpty(); round++) {
            if (round == MAX_ROUNDS) {
                throw new IllegalStateException(
                        "cannot count " + item.partition() + " " + item.sort() + ": others keep changing it");
            }
            Tally next = open.first(ItemState.MAX_PER_UPDATE);
            state = table.add(item, state, next, new CounterTable.Addition(batch.first(), breaks(state, batch)));
            open = open.after(state);
        }
        return events;
    }

    /// Whether the item's mark is in another batch, which was given up before its end. Where it was may be asked for
    /// later, so it is noted as the mark goes on.
    private boolean breaks(ItemState state, Batch batch) {
        SequenceNumber before = state.batch();
        return before != null && !before.equals(batch.first()) && !ledger.hasEnded(new Batch(batch.shardId(), before));
    }

    private Map<CounterItem, Tally> tallies(ShardBatch batch) {
        Map<CounterItem, Tally> tallies = new LinkedHashMap<>();
        batch.decoded(codec).forEach(entry -> {
            switch (entry.content()) {
                case Decoded.Batch(List<StoredEvent> events) ->
                    events.forEach(event -> tally(event, entry.at(), tallies));
                case Decoded.Poison(String reason) ->
                    LOG.warnf(
                            "poison record not counted shardId=%s sequenceNumber=%s reason=%s",
                            entry.at().shardId(), entry.at().sequenceNumber(), reason);
            }
        });
        return tallies;
    }

    private void tally(StoredEvent event, Coordinates at, Map<CounterItem, Tally> tallies) {
        String product = event.header().type().product();
        FlatEvent flat = FlatEvent.of(event);
        for (CounterRule rule : rules(product)) {
            if (rule.counts(event.header().type().name())) {
                CounterItem item = CounterItem.at(event.header().timing().receivedAt(), product, rule, at.shardId());
                tallies.computeIfAbsent(item, _ -> new Tally())
                        .count(at.sequenceNumber(), Combination.of(flat, rule.by()));
            }
        }
    }

    private List<CounterRule> rules(String product) {
        return catalog.product(product)
                .map(Product::settings)
                .map(Product.Settings::counters)
                .orElse(List.of());
    }
}
