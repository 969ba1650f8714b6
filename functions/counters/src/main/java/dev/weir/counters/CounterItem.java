package dev.weir.counters;

import dev.weir.core.catalog.CounterRule;
import dev.weir.stream.SequenceNumber;
import java.time.Instant;
import java.time.ZoneOffset;

/// One window of one counter, as far as one shard contributes to it: an item of the counters table. A shard's records
/// come in order and to one consumer at a time, so one sequence number tells what the item already has.
///
/// @param part the shard's id; for what is counted of a batch that was given up, its first record beside
record CounterItem(String product, CounterRule rule, Instant window, String part) {

    /// The item that an event of this time belongs to.
    static CounterItem at(Instant time, String product, CounterRule rule, String shardId) {
        long seconds = rule.window().toSeconds();
        Instant window = Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
        return new CounterItem(product, rule, window, shardId);
    }

    /// The item of its own for what a batch of the shard contributes late. The shard's mark has gone on, so it cannot
    /// tell what that item has.
    CounterItem late(SequenceNumber first) {
        return new CounterItem(product, rule, window, part + "#" + first.padded());
    }

    String partition() {
        return partition(product, rule.name());
    }

    static String partition(String product, String counter) {
        return product + "#" + counter;
    }

    /// Begins with the window, so that a time range is a key range: windows are whole seconds, and `Z` is before `Z#`.
    String sort() {
        return window + "#" + part;
    }

    /// The window of a sort key.
    static Instant window(String sort) {
        return Instant.parse(sort.substring(0, sort.indexOf('#')));
    }

    /// When the item may go.
    Instant expires() {
        return window.plus(rule.window())
                .atOffset(ZoneOffset.UTC)
                .plus(rule.keep())
                .toInstant();
    }
}
