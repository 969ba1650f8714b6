package dev.weir.core.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A stored event as the flat row that `schemas/envelope.json` describes: field name to value, absent fields left
/// out, the properties beside it. Values are [String], [Integer], [Boolean], [Instant], [LocalDate], [Pseudonym] or a
/// list of strings. Whoever writes events to a format maps these types once and knows every field.
public record FlatEvent(Map<String, Object> fields, ObjectNode properties) {

    public static FlatEvent of(StoredEvent event) {
        Map<String, Object> row = new LinkedHashMap<>();
        header(row, event.header());
        event.identities().byKind().forEach((kind, pseudonym) -> row.put(kind.field(), pseudonym));
        event.identities().subject().ifPresent(subject -> row.put("subject", subject));
        row.put("key_version", event.identities().keyVersion());
        receipt(row, event.receipt());
        event.context().forEach(row::putIfAbsent);
        return new FlatEvent(row, event.properties());
    }

    /// The event that a row was made of.
    ///
    /// @throws IllegalArgumentException if a field is missing or of another type, which names the field
    public StoredEvent toEvent() {
        Map<String, Object> rest = new LinkedHashMap<>(fields);
        Header header = header(rest);
        Identities identities = identities(rest);
        StoredReceipt receipt = receipt(rest);
        SortedMap<String, String> context = new TreeMap<>();
        for (String field : rest.keySet()) {
            context.put(field, required(fields, field, String.class));
        }
        return new StoredEvent(header, identities, context, receipt, properties);
    }

    private static void header(Map<String, Object> row, Header header) {
        row.put("event_id", header.eventId());
        row.put("event_name", header.type().name());
        row.put("schema_version", header.type().version());
        row.put("product", header.type().product());
        row.put("tenant", header.origin().tenant());
        row.put("source", header.origin().source().label());
        row.put("batch_id", header.origin().batchId());
        row.put("batch_index", header.origin().index());
        row.put("event_timestamp", header.timing().receivedAt());
        Instant clientTime = header.timing().clientTime();
        if (clientTime != null) {
            row.put("client_timestamp", clientTime);
        }
        row.put("client_timestamp_reliable", header.timing().clientTimeReliable());
    }

    private static Header header(Map<String, Object> row) {
        EventType type = new EventType(
                take(row, "product", String.class),
                take(row, "event_name", String.class),
                take(row, "schema_version", Integer.class));
        Origin origin = new Origin(
                take(row, "tenant", String.class),
                Source.of(take(row, "source", String.class)),
                take(row, "batch_id", String.class),
                take(row, "batch_index", Integer.class));
        Timing timing = new Timing(
                take(row, "event_timestamp", Instant.class),
                row.containsKey("client_timestamp") ? take(row, "client_timestamp", Instant.class) : null,
                take(row, "client_timestamp_reliable", Boolean.class));
        return new Header(take(row, "event_id", String.class), type, origin, timing);
    }

    private static Identities identities(Map<String, Object> row) {
        Map<IdentityKind, Pseudonym> byKind = new EnumMap<>(IdentityKind.class);
        for (IdentityKind kind : IdentityKind.values()) {
            if (row.containsKey(kind.field())) {
                byKind.put(kind, take(row, kind.field(), Pseudonym.class));
            }
        }
        row.remove("subject");
        return new Identities(byKind, take(row, "key_version", Integer.class));
    }

    private static void receipt(Map<String, Object> row, StoredReceipt receipt) {
        row.put("purpose", receipt.decision().purpose().name());
        row.put("consent_basis", receipt.decision().basis());
        row.put("tags", List.copyOf(receipt.tags()));
        row.put("redactions", receipt.redactions());
        row.put("retention", receipt.kept().retention());
        row.put("expires_on", receipt.kept().expires());
        row.put("policy", receipt.policy());
    }

    private static StoredReceipt receipt(Map<String, Object> row) {
        Receipt.Decision decision = new Receipt.Decision(
                new Purpose(take(row, "purpose", String.class)), take(row, "consent_basis", String.class));
        TreeSet<String> tags = new TreeSet<>();
        for (Object tag : take(row, "tags", List.class)) {
            tags.add((String) tag);
        }
        int redactions = take(row, "redactions", Integer.class);
        StoredReceipt.Kept kept =
                new StoredReceipt.Kept(take(row, "retention", String.class), take(row, "expires_on", LocalDate.class));
        return new StoredReceipt(decision, tags, redactions, kept, take(row, "policy", String.class));
    }

    private static <T> T take(Map<String, Object> row, String field, Class<T> type) {
        T value = required(row, field, type);
        row.remove(field);
        return value;
    }

    private static <T> T required(Map<String, Object> row, String field, Class<T> type) {
        Object value = row.get(field);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "stored event without a " + type.getSimpleName().toLowerCase(Locale.ROOT) + " in '" + field + "'");
        }
        return type.cast(value);
    }

    @Override
    public String toString() {
        return "FlatEvent" + fields.keySet();
    }
}
