package dev.weir.lake;

import dev.weir.core.event.Pseudonym;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/// Looks for rows in a row group. Statistics, bloom filters and dictionaries say of most columns that nobody is there;
/// only those that are left are read, value by value. Text is searched in pages as they are, before values are taken
/// out of them.
final class GroupSearch {

    private final ErasureTargets targets;
    private final Predicate<String> namesInProperties;
    private final GroupColumns columns;

    /// @param namesInProperties whether events of a name may hold pseudonyms that are in none of their identities
    GroupSearch(ErasureTargets targets, Predicate<String> namesInProperties, GroupColumns columns) {
        this.targets = targets;
        this.namesInProperties = namesInProperties;
        this.columns = columns;
    }

    RowHits hits() {
        RowHits hits = new RowHits(targets);
        if (targets.hasTenants()) {
            columns.each(columns.column("tenant"), (row, cell) -> hits.add(row, targets.tenant((Binary) cell)));
        }
        if (targets.hasPeople()) {
            names(hits);
            texts(hits);
        }
        if (!hits.isEmpty()) {
            columns.each(
                    columns.column("event_timestamp"),
                    (row, time) -> hits.received(row, Instant.ofEpochMilli((Long) time)));
        }
        if (!hits.isEmpty() && targets.hasScopes()) {
            scopes(hits);
        }
        return hits;
    }

    private void scopes(RowHits hits) {
        columns.each(
                columns.column("event_name"),
                (row, event) -> hits.retain(row, sought -> isAny(sought.scope().events(), event)));
        columns.each(
                columns.column("purpose"),
                (row, purpose) ->
                        hits.retain(row, sought -> isAny(sought.scope().purposes(), purpose)));
    }

    private static boolean isAny(Set<String> meant, Object text) {
        return meant.isEmpty() || meant.contains(((Binary) text).toStringUsingUTF8());
    }

    /// Names are fetched together: their columns are neighbours.
    private void names(RowHits hits) {
        List<ColumnDescriptor> left = new ArrayList<>();
        columns.all().forEach(column -> {
            if (isName(column) && mayName(column)) {
                left.add(column);
            }
        });
        columns.fetch(left);
        for (ColumnDescriptor column : left) {
            if (!columns.isAllDictionary(column) || targets.anyNamed(columns.dictionary(column))) {
                columns.each(column, (row, cell) -> hits.add(row, targets.named(name((Binary) cell))));
            }
        }
    }

    private void texts(RowHits hits) {
        if (mayHoldNamesOfItsOwn()) {
            columns.whole();
            for (ColumnDescriptor column : columns.all()) {
                if (isText(column) && columns.anyBytes(column, this::mentions)) {
                    columns.each(column, (row, cell) -> hits.add(row, mentioned(cell)));
                }
            }
        }
    }

    private static boolean isName(ColumnDescriptor column) {
        return column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY
                && column.getPrimitiveType().getTypeLength() == Pseudonym.SIZE
                && !column.getPath()[0].equals(EventIds.UUID);
    }

    private static boolean isText(ColumnDescriptor column) {
        return column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
    }

    private static Pseudonym name(Binary cell) {
        return Pseudonym.of(cell.getBytesUnsafe());
    }

    private boolean mentions(byte[] text) {
        return !targets.mentioned(text).isEmpty();
    }

    private BitSet mentioned(Object cell) {
        if (cell instanceof List<?> values) {
            BitSet found = new BitSet();
            values.forEach(value -> found.or(mentioned(value)));
            return found;
        }
        return targets.mentioned(((Binary) cell).getBytes());
    }

    /// Whether the footer and the bloom filter leave it open that somebody is there.
    private boolean mayName(ColumnDescriptor column) {
        Statistics<?> statistics = columns.chunk(column).getStatistics();
        if (statistics == null || statistics.isEmpty()) {
            return true;
        }
        if (!statistics.hasNonNullValue()) {
            return statistics.getNumNulls() < columns.chunk(column).getValueCount();
        }
        return targets.anyBetween(Pseudonym.of(statistics.getMinBytes()), Pseudonym.of(statistics.getMaxBytes()))
                && columns.bloom(column).map(targets::anyIn).orElse(true);
    }

    /// Whether an event of the row group may be of a kind that names people in its properties alone.
    private boolean mayHoldNamesOfItsOwn() {
        ColumnDescriptor names = columns.column("event_name");
        if (!columns.isAllDictionary(names)) {
            return true;
        }
        ByteBuffer values = ByteBuffer.wrap(columns.dictionary(names)).order(ByteOrder.LITTLE_ENDIAN);
        while (values.hasRemaining()) {
            byte[] name = new byte[values.getInt()];
            values.get(name);
            if (namesInProperties.test(new String(name, StandardCharsets.UTF_8))) {
                return true;
            }
        }
        return false;
    }
}
