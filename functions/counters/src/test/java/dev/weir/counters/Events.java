package dev.weir.counters;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.EventType;
import dev.weir.core.event.Header;
import dev.weir.core.event.Identities;
import dev.weir.core.event.Origin;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.Source;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.event.StoredReceipt;
import dev.weir.core.event.Timing;
import dev.weir.stream.RecordCodec;
import dev.weir.stream.RecordTooLarge;
import dev.weir.stream.SequenceNumber;
import dev.weir.stream.ShardBatch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Stored events, and records of them, for tests.
final class Events {

    static final String PRODUCT = "ott-streaming";
    static final String SHARD = "shardId-000000000000";

    private static final RecordCodec CODEC = new RecordCodec();

    private Events() {}

    static StoredEvent event(String name, String platform, Instant receivedAt) {
        return event(PRODUCT, name, Map.of("platform", platform), receivedAt);
    }

    static StoredEvent event(String product, String name, Map<String, String> context, Instant receivedAt) {
        ObjectNode properties =
                JsonNodeFactory.instance.objectNode().put("launch_type", "cold").put("attempt", 2);
        return new StoredEvent(
                new Header(
                        "evt-1",
                        new EventType(product, name, 1),
                        new Origin("ott", Source.CLIENT, "batch-1", 0),
                        new Timing(receivedAt, null, false)),
                new Identities(Map.of(), 1),
                new TreeMap<>(context),
                new StoredReceipt(
                        new Receipt.Decision(Purpose.ANALYTICS, "consent in the event"),
                        new TreeSet<>(),
                        0,
                        new StoredReceipt.Kept("standard", LocalDate.of(2027, 2, 8)),
                        "3f2a90b1c4d5"),
                properties);
    }

    static ShardBatch.Item record(int sequence, List<StoredEvent> events) {
        return record(sequence, bytes(events));
    }

    static ShardBatch.Item record(int sequence, byte[] data) {
        return new ShardBatch.Item(
                new SequenceNumber(Integer.toString(sequence)), "key", Instant.parse("2026-02-08T14:00:00Z"), data);
    }

    static byte[] bytes(List<StoredEvent> events) {
        try {
            return CODEC.encode(events);
        } catch (RecordTooLarge e) {
            throw new AssertionError(e);
        }
    }
}
