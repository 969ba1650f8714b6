package dev.weir.stream;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What a consumer is handed at once: records of one shard, in the order of their sequence numbers. Any other order is
/// refused, with its coordinates.
///
/// A consumer that keeps a high-water mark per shard relies on getting all of a shard's records in order; its event
/// source mapping must not run a shard in parallel.
public record ShardBatch(String shardId, List<Item> items) {

    public ShardBatch {
        items = List.copyOf(items);
        for (int i = 1; i < items.size(); i++) {
            if (items.get(i - 1).sequenceNumber().compareTo(items.get(i).sequenceNumber()) >= 0) {
                throw new IllegalArgumentException("records of " + shardId + " are out of order at "
                        + items.get(i).sequenceNumber());
            }
        }
    }

    /// One record as it came, not yet decoded.
    public record Item(SequenceNumber sequenceNumber, String partitionKey, Instant arrival, byte[] data) {

        @Override
        public String toString() {
            return "Item[" + sequenceNumber + ", " + data.length + " bytes]";
        }
    }

    /// One record, and what it holds.
    public record Entry(Coordinates at, Decoded content) {}

    /// The records in order, each decoded when it is reached, so that only one needs to be in memory.
    public Stream<Entry> decoded(RecordCodec codec) {
        return items.stream().map(item -> new Entry(at(item), codec.decode(item.data())));
    }

    private Coordinates at(Item item) {
        return new Coordinates(shardId, item.sequenceNumber(), item.partitionKey(), item.arrival());
    }
}
