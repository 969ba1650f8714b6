package dev.weir.lake;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;

import dev.weir.core.catalog.EnvelopeField;
import dev.weir.core.event.FlatEvent;
import dev.weir.core.event.StoredEvent;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/// The columns of bronze: the stored envelope, the properties as JSON, and where in the stream a row comes from.
public final class BronzeTable {

    static final String PROPERTIES = "properties";
    static final String SHARD = "shard";
    static final String SEQUENCE = "sequence";
    static final String RECORD_INDEX = "record_index";

    private static final List<Type> TAIL = List.of(
            Types.required(BINARY).as(LogicalTypeAnnotation.jsonType()).named(PROPERTIES),
            Types.required(BINARY).as(LogicalTypeAnnotation.stringType()).named(SHARD),
            Types.required(BINARY).as(LogicalTypeAnnotation.stringType()).named(SEQUENCE),
            Types.required(INT32).named(RECORD_INDEX));

    private final List<BronzeColumn> envelope;
    private final Set<String> names;
    private final MessageType schema;

    /// @param fields the stored envelope, in the order of the columns
    public BronzeTable(List<EnvelopeField> fields) {
        this.envelope = fields.stream().map(BronzeColumn::new).toList();
        this.names = envelope.stream().map(BronzeColumn::name).collect(Collectors.toUnmodifiableSet());
        List<Type> types =
                new ArrayList<>(envelope.stream().map(BronzeColumn::type).toList());
        types.addAll(TAIL);
        this.schema = new MessageType("event", types);
    }

    /// The row of an event; a [Misfit] if the envelope lacks a field, has one that bronze does not know, or has one of
    /// another type.
    ///
    /// @param index the event's place in its record, from 0
    public Shaped shape(StoredEvent event, RecordPlace place, int index) {
        Map<String, Object> fields = FlatEvent.of(event).fields();
        if (!names.containsAll(fields.keySet())) {
            return new Misfit("fields that bronze does not know: " + unknown(fields.keySet()));
        }
        @Nullable Object[] cells = new Object[envelope.size()];
        for (int column = 0; column < cells.length; column++) {
            BronzeColumn target = envelope.get(column);
            cells[column] = fields.get(target.name());
            if (!target.holds(cells[column])) {
                return new Misfit("'" + target.name() + "' is absent, out of range, or no "
                        + target.field().type());
            }
        }
        return row(event, place, index, cells);
    }

    private static Shaped row(StoredEvent event, RecordPlace place, int index, @Nullable Object[] cells) {
        try {
            return new BronzeRow(event, place, index, cells);
        } catch (IllegalArgumentException | DateTimeException nowhere) {
            return new Misfit("no partition for the product or the time of the event");
        }
    }

    private Set<String> unknown(Set<String> present) {
        Set<String> unknown = new HashSet<>(present);
        unknown.removeAll(names);
        return unknown;
    }

    List<BronzeColumn> envelope() {
        return envelope;
    }

    MessageType schema() {
        return schema;
    }
}
