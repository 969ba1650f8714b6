package dev.weir.counters;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.CounterRule;
import dev.weir.core.catalog.Product;
import dev.weir.core.event.FlatEvent;
import dev.weir.core.event.StoredEvent;
import dev.weir.stream.Coordinates;
import dev.weir.stream.Decoded;
import dev.weir.stream.RecordCodec;
import dev.weir.stream.ShardBatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    BatchCounter(Catalog catalog, RecordCodec codec, CounterTable table) {
        this.catalog = catalog;
        this.codec = codec;
        this.table = table;
    }

    /// Returns once all of the batch is counted. Whatever it throws, the batch can be handed in again.
    void count(ShardBatch batch) {
        tallies(batch).forEach(this::add);
    }

    private void add(CounterItem item, Tally tally) {
        ItemState state = table.read(item);
        Tally open = tally.after(state);
        for (int round = 0; !open.isEmpty(); round++) {
            if (round == MAX_ROUNDS) {
                throw new IllegalStateException(
                        "cannot count " + item.partition() + " " + item.sort() + ": others keep changing it");
            }
            state = table.add(item, state, open.first(ItemState.MAX_PER_UPDATE));
            open = open.after(state);
        }
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
