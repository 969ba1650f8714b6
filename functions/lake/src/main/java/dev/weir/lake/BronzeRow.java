package dev.weir.lake;

import dev.weir.core.event.Header;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/// An event in the shape of the bronze table. [BronzeTable] alone makes one.
public final class BronzeRow implements Shaped {

    private static final Comparator<Optional<Pseudonym>> ABSENT_FIRST = Comparator.comparing(
            (Optional<Pseudonym> subject) -> subject.orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()));

    /// By subject, absent ones first, then event id, both as unsigned bytes; then as the stream had them.
    static final Comparator<BronzeRow> BY_SUBJECT = Comparator.comparing((BronzeRow row) -> row.subject, ABSENT_FIRST)
            .thenComparing(row -> row.eventId, (left, right) -> Arrays.compareUnsigned(utf8(left), utf8(right)))
            .thenComparing(BronzeRow::place, Comparator.comparing(RecordPlace::sequence))
            .thenComparingInt(BronzeRow::index);

    private final BronzePartition partition;
    private final RecordPlace place;
    private final int index;
    private final Optional<Pseudonym> subject;
    private final Header header;
    private final Purpose purpose;
    private final Set<Pseudonym> names;
    private final String eventId;
    private final @Nullable Object[] envelope;
    private final byte[] properties;

    BronzeRow(StoredEvent event, RecordPlace place, int index, @Nullable Object[] envelope) {
        this.partition = BronzePartition.of(event.header());
        this.place = place;
        this.index = index;
        this.subject = event.identities().subject();
        this.header = event.header();
        this.purpose = event.receipt().decision().purpose();
        this.names = Set.copyOf(event.identities().byKind().values());
        this.eventId = event.header().eventId();
        this.envelope = envelope;
        this.properties = utf8(event.properties().toString());
    }

    /// Where the row belongs.
    public BronzePartition partition() {
        return partition;
    }

    /// The record that the event came in.
    public RecordPlace place() {
        return place;
    }

    /// The event's place in its record, from 0.
    int index() {
        return index;
    }

    /// Whether the event is of someone, and was received in the time that is meant.
    boolean isOf(Sought sought) {
        return sought.covers(header, purpose) && sought.isOf(header, names, properties);
    }

    @Nullable
    Object cell(int column) {
        return envelope[column];
    }

    Binary properties() {
        return Binary.fromConstantByteArray(properties);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "BronzeRow[" + partition + ", " + place + ", " + index + "]";
    }
}
