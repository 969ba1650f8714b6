package dev.weir.lake;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import dev.weir.core.catalog.EnvelopeField;
import dev.weir.core.catalog.SilverColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/// The columns of a product's silver: those of bronze, except that the event id has two ([EventIds]), that
/// `properties` has only what is in no column of its own, and then a column for each property.
public final class SilverTable {

    private final List<SilverColumn> properties;
    private final int first;
    private final MessageType schema;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Keys keys;

    /// Where the columns are by which rows are told apart and sorted.
    record Keys(int subject, int eventId, int shard, int sequence, int index) {}

    /// @param fields the stored envelope, in the order of the columns
    public SilverTable(List<EnvelopeField> fields, List<SilverColumn> properties) {
        this.properties = List.copyOf(properties);
        List<Type> types = new ArrayList<>();
        for (EnvelopeField field : fields) {
            if (field.name().equals(EventIds.TEXT)) {
                types.add(new BronzeColumn(new EnvelopeField(field.name(), field.type(), true)).type());
                types.add(of(FIXED_LEN_BYTE_ARRAY).length(EventIds.UUID_BYTES).named(EventIds.UUID));
            } else {
                types.add(new BronzeColumn(field).type());
            }
        }
        types.add(Types.optional(BINARY).as(LogicalTypeAnnotation.jsonType()).named(BronzeTable.PROPERTIES));
        types.add(Types.required(BINARY).as(LogicalTypeAnnotation.stringType()).named(BronzeTable.SHARD));
        types.add(Types.required(BINARY).as(LogicalTypeAnnotation.stringType()).named(BronzeTable.SEQUENCE));
        types.add(Types.required(INT32).named(BronzeTable.RECORD_INDEX));
        this.first = types.size();
        properties.forEach(column -> types.add(type(column)));
        types.forEach(type -> positions.put(type.getName(), positions.size()));
        this.schema = new MessageType("event", types);
        this.keys = new Keys(
                position("subject"),
                position(EventIds.TEXT),
                position(BronzeTable.SHARD),
                position(BronzeTable.SEQUENCE),
                position(BronzeTable.RECORD_INDEX));
    }

    private static Type type(SilverColumn column) {
        return switch (column.kind()) {
            case TEXT -> of(BINARY).as(LogicalTypeAnnotation.stringType()).named(column.name());
            case WHOLE -> of(INT64).named(column.name());
            case REAL -> of(DOUBLE).named(column.name());
            case FLAG -> of(PrimitiveTypeName.BOOLEAN).named(column.name());
            case MOMENT ->
                of(INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
                        .named(column.name());
            case DAY -> of(INT32).as(LogicalTypeAnnotation.dateType()).named(column.name());
            case JSON -> of(BINARY).as(LogicalTypeAnnotation.jsonType()).named(column.name());
        };
    }

    private static Types.PrimitiveBuilder<org.apache.parquet.schema.PrimitiveType> of(PrimitiveTypeName name) {
        return Types.optional(name);
    }

    MessageType schema() {
        return schema;
    }

    Keys keys() {
        return keys;
    }

    List<SilverColumn> properties() {
        return properties;
    }

    /// Where the columns of properties begin.
    int first() {
        return first;
    }

    int size() {
        return schema.getFieldCount();
    }

    /// Where a column is; -1 if there is none of the name.
    int position(String column) {
        return positions.getOrDefault(column, -1);
    }
}
