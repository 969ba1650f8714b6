package dev.weir.lake;

import dev.weir.core.event.Pseudonym;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/// Tells rows of people whose erasure is on its way, as an [ObjectEraser] finds them: by every identity, by every text
/// that may name somebody, and only what was received until the moment that is meant.
final class SuppressedRows implements Predicate<LakeRow> {

    private final ErasureTargets targets;
    private final List<Integer> names = new ArrayList<>();
    private final List<Integer> texts = new ArrayList<>();
    private final int tenant;
    private final int received;
    private final int event;
    private final int purpose;

    /// @param list entries of any products
    SuppressedRows(List<Suppression> list, LakeDay day, SilverTable table) {
        this.targets = new ErasureTargets(list.stream()
                .filter(entry -> entry.product().equals(day.product()))
                .map(Suppression::sought)
                .toList());
        this.tenant = table.position("tenant");
        this.received = table.position("event_timestamp");
        this.event = table.position("event_name");
        this.purpose = table.position("purpose");
        table.schema().getColumns().stream()
                .filter(column -> !column.getPath()[0].equals(EventIds.UUID))
                .forEach(column -> place(column, table.position(column.getPath()[0])));
    }

    private void place(ColumnDescriptor column, int position) {
        switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case FIXED_LEN_BYTE_ARRAY -> names.add(position);
            case BINARY -> texts.add(position);
            case INT32, INT64, INT96, BOOLEAN, DOUBLE, FLOAT -> {
                // holds no name
            }
        }
    }

    @Override
    public boolean test(LakeRow row) {
        if (targets.size() == 0) {
            return false;
        }
        BitSet found = new BitSet();
        if (targets.hasTenants()) {
            found.or(targets.tenant((Binary) Objects.requireNonNull(row.cells[tenant])));
        }
        if (targets.hasPeople()) {
            names.forEach(column -> named(row.cells[column], found));
            texts.forEach(column -> mentioned(row.cells[column], found));
        }
        return !targets.only(found, sought -> means(sought, row)).isEmpty();
    }

    private boolean means(Sought sought, LakeRow row) {
        Instant moment = Instant.ofEpochMilli((Long) Objects.requireNonNull(row.cells[received]));
        return !moment.isAfter(sought.until()) && sought.scope().covers(text(row, event), text(row, purpose));
    }

    private static String text(LakeRow row, int column) {
        return ((Binary) Objects.requireNonNull(row.cells[column])).toStringUsingUTF8();
    }

    private void named(@Nullable Object cell, BitSet found) {
        if (cell instanceof Binary name) {
            found.or(targets.named(Pseudonym.of(name.getBytesUnsafe())));
        }
    }

    private void mentioned(@Nullable Object cell, BitSet found) {
        switch (cell) {
            case Binary text -> found.or(targets.mentioned(text.getBytesUnsafe()));
            case List<?> values -> values.forEach(value -> mentioned(value, found));
            case null, default -> {
                // absent
            }
        }
    }
}
