package dev.weir.lakewriter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.EventType;
import dev.weir.core.event.Header;
import dev.weir.core.event.Identities;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Origin;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.Source;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.event.StoredReceipt;
import dev.weir.core.event.Timing;
import dev.weir.lake.ObjectContent;
import dev.weir.stream.RecordCodec;
import dev.weir.stream.RecordTooLarge;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Events of the stream as Lambda hands them over.
final class Records {

    static final String SHARD = "shardId-000000000006";
    static final String FIRST = "4959033827149025660855969253836157109592157598913658";

    private static final RecordCodec CODEC = new RecordCodec();

    private final ArrayNode records = JsonNodeFactory.instance.arrayNode();

    /// The record with the given number, of events with the given ids.
    Records batch(int number, String... eventIds) {
        return batch(number, Stream.of(eventIds).map(Records::event).toList());
    }

    Records batch(int number, List<StoredEvent> events) {
        try {
            return raw(number, CODEC.encode(events));
        } catch (RecordTooLarge e) {
            throw new IllegalArgumentException(e);
        }
    }

    Records raw(int number, byte[] data) {
        records.addObject()
                .put("eventSource", "aws:kinesis")
                .put("eventVersion", "1.0")
                .put("eventID", SHARD + ":" + sequence(number))
                .put("eventName", "aws:kinesis:record")
                .put("invokeIdentityArn", "arn:aws:iam::123456789012:role/lambda-role")
                .put("awsRegion", "us-east-1")
                .put("eventSourceARN", "arn:aws:kinesis:us-east-1:123456789012:stream/weir")
                .putObject("kinesis")
                .put("kinesisSchemaVersion", "1.0")
                .put("partitionKey", "1")
                .put("sequenceNumber", sequence(number))
                .put("data", data)
                .put("approximateArrivalTimestamp", 1770559199.987);
        return this;
    }

    String json() {
        return JsonNodeFactory.instance.objectNode().set("Records", records).toString();
    }

    /// The report of the batch as Lambda writes it when it is given up.
    ObjectContent report(String function) {
        ObjectNode report = JsonNodeFactory.instance.objectNode().put("payload", json());
        report.putObject("requestContext")
                .put("functionArn", "arn:aws:lambda:us-east-1:123456789012:function:" + function);
        report.putObject("KinesisBatchInfo").put("startSequenceNumber", "1").put("endSequenceNumber", "2");
        return new ObjectContent(report.toString().getBytes(StandardCharsets.UTF_8), "application/json", Map.of());
    }

    static String sequence(int number) {
        return FIRST + "%04d".formatted(number);
    }

    static StoredEvent event(String id) {
        return event(id, "ott-streaming");
    }

    static StoredEvent event(String id, String product) {
        return event(id, product, JsonNodeFactory.instance.objectNode().put("title", "Crème 🎬"));
    }

    /// An event as its schema has it.
    static StoredEvent playback(String id) {
        return event(
                id,
                "ott-streaming",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("content_id", "c-1")
                        .put("content_type", "vod")
                        .put("start_time_ms", 1)
                        .put("cdn", "edge"));
    }

    private static StoredEvent event(String id, String product, ObjectNode properties) {
        Timing timing = new Timing(Instant.parse("2026-02-08T13:59:59.900Z"), null, false);
        Header header = new Header(
                id,
                new EventType(product, "playback.started", 1),
                new Origin("acme", Source.CLIENT, "batch", 0),
                timing);
        StoredReceipt receipt = new StoredReceipt(
                new Receipt.Decision(Purpose.ANALYTICS, "event"),
                new TreeSet<>(),
                0,
                new StoredReceipt.Kept("standard", LocalDate.parse("2027-02-08")),
                "0123456789ab");
        Identities identities = new Identities(Map.of(IdentityKind.USER, new Pseudonym(1, 2)), 1);
        return new StoredEvent(header, identities, new TreeMap<>(Map.of("platform", "ios")), receipt, properties);
    }
}
