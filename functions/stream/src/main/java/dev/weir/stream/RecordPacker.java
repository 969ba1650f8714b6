package dev.weir.stream;

import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Packs a batch into as few records as the stream's limit allows: one, or halves of it, or halves of these.
/// All of them go to one shard.
final class RecordPacker {

    private final RecordCodec codec;
    private final int aim;
    private final int limit;

    /// @param aim most bytes of a record's data and partition key together, where it has several events
    /// @param limit the same where it has one
    RecordPacker(RecordCodec codec, int aim, int limit) {
        this.codec = codec;
        this.aim = aim;
        this.limit = limit;
    }

    /// The same with smaller records.
    RecordPacker aimingAt(int bytes) {
        return new RecordPacker(codec, Math.min(bytes, limit), limit);
    }

    /// The records of a batch of one event or more.
    ///
    /// @throws IllegalArgumentException if a single event does not fit into a record
    List<Packed> pack(List<StoredEvent> events) {
        return pack(events, partitionKey(events)).toList();
    }

    /// A record that is ready to be put.
    record Packed(String partitionKey, byte[] data) {

        int size() {
            return data.length + partitionKey.getBytes(StandardCharsets.UTF_8).length;
        }

        @Override
        public String toString() {
            return "Packed[" + data.length + " bytes]";
        }
    }

    private Stream<Packed> pack(List<StoredEvent> events, String key) {
        try {
            return Stream.of(one(events, key));
        } catch (RecordTooLarge e) {
            if (events.size() == 1) {
                throw new IllegalArgumentException("an event does not fit into a stream record", e);
            }
        }
        int half = events.size() / 2;
        return Stream.concat(pack(events.subList(0, half), key), pack(events.subList(half, events.size()), key));
    }

    private Packed one(List<StoredEvent> events, String key) throws RecordTooLarge {
        Packed packed = new Packed(key, codec.encode(events));
        int most = events.size() == 1 ? limit : aim;
        if (packed.size() > most) {
            throw new RecordTooLarge(events.size(), packed.size(), most);
        }
        return packed;
    }

    private static String partitionKey(List<StoredEvent> events) {
        return events.stream()
                .flatMap(event -> event.identities().subject().stream())
                .findFirst()
                .map(Pseudonym::hex)
                .orElseGet(() -> events.getFirst().header().origin().batchId());
    }
}
