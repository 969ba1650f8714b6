package dev.weir.stream;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.FlatEvent;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.StoredEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/// One event as an Avro record: its flat fields, and its properties as JSON. Times are kept to the millisecond,
/// numbers in properties digit for digit; half of a surrogate pair, which UTF-8 cannot say, becomes `?`.
final class EventRecords {

    private static final String PROPERTIES = "properties";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Schema schema;

    EventRecords(Schema envelope) {
        this.schema = envelope;
    }

    GenericRecord record(StoredEvent event) {
        FlatEvent flat = FlatEvent.of(event);
        GenericData.Record record = new GenericData.Record(schema);
        flat.fields().forEach((field, value) -> record.put(field, avro(field, value)));
        record.put(PROPERTIES, json(flat.properties()));
        return record;
    }

    /// The event of a record.
    ///
    /// @throws UnreadableRecord if its properties are no JSON object
    /// @throws IllegalArgumentException if a field is missing or means nothing
    StoredEvent event(GenericRecord record) throws UnreadableRecord {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : schema.getFields()) {
            @Nullable Object value = record.get(field.pos());
            if (value != null && !field.name().equals(PROPERTIES)) {
                fields.put(field.name(), java(field, value));
            }
        }
        return new FlatEvent(fields, properties(record)).toEvent();
    }

    private Object avro(String field, Object value) {
        return switch (value) {
            case Instant time -> time.toEpochMilli();
            case LocalDate day -> Math.toIntExact(day.toEpochDay());
            case Pseudonym pseudonym -> new GenericData.Fixed(fixed(field), pseudonym.bytes());
            default -> value;
        };
    }

    private Schema fixed(String field) {
        Schema declared = schema.getField(field).schema();
        return declared.isUnion() ? present(declared) : declared;
    }

    private static Object java(Schema.Field field, Object value) {
        return switch (value) {
            case CharSequence text -> text.toString();
            case GenericFixed fixed -> Pseudonym.of(fixed.bytes());
            case Long time -> Instant.ofEpochMilli(time);
            case Integer number -> isDate(field.schema()) ? (Object) LocalDate.ofEpochDay(number) : number;
            case List<?> texts -> texts.stream().map(Object::toString).toList();
            default -> value;
        };
    }

    private static boolean isDate(Schema schema) {
        Schema type = schema.isUnion() ? present(schema) : schema;
        return LogicalTypes.date().equals(type.getLogicalType());
    }

    private static Schema present(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static String json(ObjectNode properties) {
        try {
            return JSON.writeValueAsString(properties);
        } catch (JacksonException e) {
            throw new IllegalStateException("properties cannot be written as JSON", e);
        }
    }

    private static ObjectNode properties(GenericRecord record) throws UnreadableRecord {
        try {
            JsonNode parsed = JSON.readTree(String.valueOf(record.get(PROPERTIES)));
            if (parsed instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new UnreadableRecord("properties are not JSON");
        }
        throw new UnreadableRecord("properties are not a JSON object");
    }
}
