package dev.weir.lake;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.EnvelopeField;
import dev.weir.core.event.FlatEvent;
import dev.weir.core.event.Pseudonym;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/// Reads someone's events out of objects of the lake, found as [ObjectEraser] finds them. It holds one row group at a
/// time.
public final class SubjectEvents {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final LakeObjects lake;
    private final List<EnvelopeField> fields;
    private final SilverTable table;
    private final Predicate<String> namesInProperties;

    /// @param fields the stored envelope
    /// @param namesInProperties whether events of a name may hold pseudonyms that are in none of their identities
    public SubjectEvents(LakeObjects lake, List<EnvelopeField> fields, Predicate<String> namesInProperties) {
        this.lake = lake;
        this.fields = List.copyOf(fields);
        this.table = new SilverTable(fields, List.of());
        this.namesInProperties = namesInProperties;
    }

    /// Hands on the events of someone that an object has, in its order, with their properties as one object again.
    ///
    /// @return how many rows the object has
    /// @throws LakeUnavailable if the object cannot be read, has changed since it was listed, or is no Parquet file
    public long read(LakeObject object, Sought sought, Consumer<FlatEvent> found) {
        ParquetObject parquet = Reading.of(object, () -> new ParquetObject(lake, object));
        ErasureTargets targets = new ErasureTargets(List.of(sought));
        long rows = 0;
        for (int each = 0; each < parquet.groups().size(); each++) {
            int group = each;
            rows += parquet.groups().get(group).getRowCount();
            BitSet hits = Reading.of(
                    object,
                    () -> new GroupSearch(targets, namesInProperties, new GroupColumns(parquet, group))
                            .hits()
                            .rows());
            if (!hits.isEmpty()) {
                RowReader reader = Reading.of(object, () -> new RowReader(parquet, table, group, group + 1));
                read(object, reader, hits, found);
            }
        }
        return rows;
    }

    private void read(LakeObject object, RowReader rows, BitSet hits, Consumer<FlatEvent> found) {
        for (int row = 0; row < hits.length(); row++) {
            boolean hit = hits.get(row);
            Reading.of(object, () -> {
                        LakeRow next = rows.next();
                        return hit ? Optional.of(event(next)) : Optional.<FlatEvent>empty();
                    })
                    .ifPresent(found);
        }
    }

    private FlatEvent event(LakeRow row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (EnvelopeField field : fields) {
            Object cell = row.cells[table.position(field.name())];
            if (cell != null) {
                values.put(field.name(), value(field.type(), cell));
            }
        }
        return new FlatEvent(values, properties(row.cells[table.position(BronzeTable.PROPERTIES)]));
    }

    private static Object value(EnvelopeField.Type type, Object cell) {
        return switch (type) {
            case STRING -> text(cell);
            case INTEGER, BOOLEAN -> cell;
            case TIMESTAMP -> Instant.ofEpochMilli((Long) cell);
            case DATE -> LocalDate.ofEpochDay((Integer) cell);
            case PSEUDONYM -> Pseudonym.of(((Binary) cell).getBytes());
            case STRINGS -> ((List<?>) cell).stream().map(SubjectEvents::text).toList();
        };
    }

    private static String text(Object cell) {
        return ((Binary) cell).toStringUsingUTF8();
    }

    private static ObjectNode properties(@Nullable Object cell) {
        try {
            JsonNode json = cell == null ? JSON.createObjectNode() : JSON.readTree(((Binary) cell).getBytes());
            if (json instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException broken) {
            // Without its cause, which may quote the row.
            throw new LakeUnavailable("a row of the lake has properties that are no JSON");
        }
        throw new LakeUnavailable("a row of the lake has properties that are no JSON object");
    }
}
