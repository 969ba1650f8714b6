package dev.weir.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Stored events for tests: `event("e1").of(user).at("…")`.
final class EventBuilder {

    private final String id;
    private final Map<IdentityKind, Pseudonym> identities = new EnumMap<>(IdentityKind.class);
    private final TreeMap<String, String> context = new TreeMap<>();
    private final TreeSet<String> tags = new TreeSet<>();
    private final ObjectNode properties = JsonNodeFactory.instance.objectNode();
    private String product = "ott-streaming";
    private Instant receivedAt = Instant.parse("2026-02-08T14:59:59.999Z");
    private @Nullable Instant clientTime;
    private String tenant = "acme";
    private String retention = "standard";

    private EventBuilder(String id) {
        this.id = id;
    }

    static EventBuilder event(String id) {
        return new EventBuilder(id);
    }

    EventBuilder of(IdentityKind kind, long pseudonym) {
        identities.put(kind, new Pseudonym(pseudonym, pseudonym));
        return this;
    }

    EventBuilder product(String name) {
        product = name;
        return this;
    }

    EventBuilder tenant(String name) {
        tenant = name;
        return this;
    }

    EventBuilder retention(String label) {
        retention = label;
        return this;
    }

    EventBuilder json(String members) {
        try {
            properties.setAll((ObjectNode) new JsonMapper().readTree(members));
            return this;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    EventBuilder at(String instant) {
        receivedAt = Instant.parse(instant);
        return this;
    }

    EventBuilder clientTime(String instant) {
        clientTime = Instant.parse(instant);
        return this;
    }

    EventBuilder context(String field, String value) {
        context.put(field, value);
        return this;
    }

    EventBuilder tags(String... names) {
        tags.addAll(List.of(names));
        return this;
    }

    EventBuilder property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    StoredEvent build() {
        Origin origin = new Origin(tenant, Source.CLIENT, "batch-1", 7);
        Timing timing = new Timing(receivedAt, clientTime, clientTime != null);
        Header header = new Header(id, new EventType(product, "playback.started", 1), origin, timing);
        Receipt.Decision decision = new Receipt.Decision(Purpose.ANALYTICS, "opt_in");
        StoredReceipt.Kept kept = new StoredReceipt.Kept(retention, LocalDate.parse("2027-02-08"));
        StoredReceipt receipt = new StoredReceipt(decision, tags, 3, kept, "0123456789ab");
        return new StoredEvent(header, new Identities(identities, 2), context, receipt, properties);
    }

    BronzeRow row(long sequence, int index) {
        return row("shardId-000000000000", sequence, index);
    }

    BronzeRow row(String shard, long sequence, int index) {
        RecordPlace place = new RecordPlace(shard, SequenceNumber.of(Long.toString(sequence)));
        return (BronzeRow) Fields.TABLE.shape(build(), place, index);
    }
}
