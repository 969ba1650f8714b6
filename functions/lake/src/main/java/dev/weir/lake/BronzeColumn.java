package dev.weir.lake;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import dev.weir.core.catalog.EnvelopeField;
import dev.weir.core.event.Pseudonym;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/// A field of the stored envelope as a Parquet column.
record BronzeColumn(EnvelopeField field) {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    String name() {
        return field.name();
    }

    Type type() {
        return switch (field.type()) {
            case STRING -> of(BINARY).as(LogicalTypeAnnotation.stringType()).named(name());
            case INTEGER -> of(INT32).named(name());
            case BOOLEAN -> of(PrimitiveTypeName.BOOLEAN).named(name());
            case TIMESTAMP ->
                of(INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
                        .named(name());
            case DATE -> of(INT32).as(LogicalTypeAnnotation.dateType()).named(name());
            case PSEUDONYM -> of(FIXED_LEN_BYTE_ARRAY).length(Pseudonym.SIZE).named(name());
            case STRINGS ->
                Types.list(repetition())
                        .requiredElement(BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(name());
        };
    }

    /// Whether the column can hold the value. Absent is a value too.
    boolean holds(@Nullable Object value) {
        if (value == null) {
            return field.nullable();
        }
        return switch (field.type()) {
            case STRING -> value instanceof String;
            case INTEGER -> value instanceof Integer;
            case BOOLEAN -> value instanceof Boolean;
            case TIMESTAMP -> value instanceof Instant time && !time.isBefore(FIRST) && time.isBefore(END);
            case DATE -> value instanceof LocalDate;
            case PSEUDONYM -> value instanceof Pseudonym;
            case STRINGS -> value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
        };
    }

    /// Writes a value that the column holds.
    void write(RecordConsumer parquet, Object value) {
        switch (field.type()) {
            case STRING -> parquet.addBinary(Binary.fromString((String) value));
            case INTEGER -> parquet.addInteger((Integer) value);
            case BOOLEAN -> parquet.addBoolean((Boolean) value);
            case TIMESTAMP -> parquet.addLong(((Instant) value).toEpochMilli());
            case DATE -> parquet.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
            case PSEUDONYM -> parquet.addBinary(Binary.fromConstantByteArray(((Pseudonym) value).bytes()));
            case STRINGS -> list(parquet, (List<?>) value);
        }
    }

    private static void list(RecordConsumer parquet, List<?> strings) {
        parquet.startGroup();
        if (!strings.isEmpty()) {
            parquet.startField("list", 0);
            strings.forEach(string -> element(parquet, (String) string));
            parquet.endField("list", 0);
        }
        parquet.endGroup();
    }

    private static void element(RecordConsumer parquet, String string) {
        parquet.startGroup();
        parquet.startField("element", 0);
        parquet.addBinary(Binary.fromString(string));
        parquet.endField("element", 0);
        parquet.endGroup();
    }

    private Types.PrimitiveBuilder<org.apache.parquet.schema.PrimitiveType> of(PrimitiveTypeName name) {
        return Types.primitive(name, repetition());
    }

    private Repetition repetition() {
        return field.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    }
}
