package dev.weir.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.weir.core.event.Header;
import dev.weir.core.event.Identities;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Origin;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.event.Timing;
import dev.weir.lake.BronzeRow;
import dev.weir.lake.BronzeTable;
import dev.weir.lake.RecordPlace;
import dev.weir.lake.SequenceNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// Rows as an app of `ott-streaming` makes them land: the ten events of [Samples#request()], with ids, identities,
/// times,
/// numbers and titles that differ from request to request as those of real senders do.
final class LakeEvents {

    private static final int EVENTS_PER_REQUEST = 10;
    private static final int WORDS = 20_000;
    private static final long FIRST_SEQUENCE = 4_968_042_110_182_670_630L;

    private final List<StoredEvent> templates = new RequestSteps().stored();
    private final BronzeTable table;
    private final int people;
    private final Random random;

    /// @param people how many people there are in all
    LakeEvents(BronzeTable table, int people, long seed) {
        this.table = table;
        this.people = people;
        this.random = new Random(seed);
    }

    /// The name of somebody; of one person every identity has another.
    static Pseudonym name(IdentityKind kind, int person) {
        Random derived = new Random(31L * person + kind.name().hashCode());
        return new Pseudonym(derived.nextLong(), derived.nextLong());
    }

    /// Rows of one batch.
    ///
    /// @param events a multiple of ten
    /// @param hour in which they were received
    /// @param batch comes after those with lower numbers
    List<BronzeRow> batch(int events, Instant hour, String shard, int batch) {
        List<BronzeRow> rows = new ArrayList<>(events);
        for (int request = 0; request < events / EVENTS_PER_REQUEST; request++) {
            long sequence = FIRST_SEQUENCE + batch * 1_000_000_000L + request * 1_000L;
            RecordPlace place = new RecordPlace(shard, SequenceNumber.of(Long.toString(sequence)));
            rows.addAll(request(hour.plusMillis(random.nextInt(3_600_000)), place));
        }
        return rows;
    }

    private List<BronzeRow> request(Instant received, RecordPlace place) {
        String id = uuid(received).toString();
        Map<IdentityKind, Pseudonym> names = new EnumMap<>(IdentityKind.class);
        int person = random.nextInt(people);
        for (IdentityKind kind : List.of(IdentityKind.USER, IdentityKind.PROFILE, IdentityKind.DEVICE)) {
            names.put(kind, name(kind, person));
        }
        names.put(IdentityKind.SESSION, new Pseudonym(random.nextLong(), random.nextLong()));
        List<BronzeRow> rows = new ArrayList<>(EVENTS_PER_REQUEST);
        Instant made = received.minusMillis(30_000);
        for (StoredEvent template : templates) {
            made = made.plusMillis(random.nextInt(3_000));
            Header like = template.header();
            Origin origin = new Origin(like.origin().tenant(), like.origin().source(), id, rows.size());
            Header header = new Header(uuid(made).toString(), like.type(), origin, new Timing(received, made, true));
            StoredEvent event = new StoredEvent(
                    header, new Identities(names, 1), template.context(), template.receipt(), other(template));
            rows.add((BronzeRow) table.shape(event, place, rows.size()));
        }
        return rows;
    }

    /// Version 7, as senders make them: the time, then random bits.
    private UUID uuid(Instant at) {
        long high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    /// Properties of the same kinds with other values: numbers of the same size, and other numbers at the end of names.
    private ObjectNode other(StoredEvent template) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        template.properties().forEachEntry((property, value) -> properties.set(property, other(value)));
        return properties;
    }

    private JsonNode other(JsonNode value) {
        if (value.isIntegralNumber() && value.asLong() > 1) {
            return JsonNodeFactory.instance.numberNode(random.nextLong(2 * value.asLong()));
        }
        if (value.isTextual() && value.asText().matches(".*_\\d+")) {
            String word = value.asText().substring(0, value.asText().lastIndexOf('_') + 1);
            return TextNode.valueOf(word + (int) Math.min(WORDS, Math.abs(random.nextGaussian()) * WORDS / 10));
        }
        return value;
    }
}
