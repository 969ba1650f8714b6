package dev.weir.lake;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/// A row on its way from bronze or silver to silver. Cells are by the columns of its [SilverTable].
final class LakeRow {

    private static final byte[] ABSENT = {};

    /// By subject, absent ones first, then event id, both as unsigned bytes; then as the shards had them.
    static final Comparator<LakeRow> ORDER = Comparator.comparing((LakeRow row) -> row.subject, Arrays::compareUnsigned)
            .thenComparing(row -> row.eventId, Arrays::compareUnsigned)
            .thenComparing(row -> row.shard, Arrays::compareUnsigned)
            .thenComparingInt(row -> row.sequence.length)
            .thenComparing(row -> row.sequence, Arrays::compareUnsigned)
            .thenComparingInt(row -> row.index);

    final @Nullable Object[] cells;
    private final byte[] subject;
    private final byte[] eventId;
    private final byte[] shard;
    private final byte[] sequence;
    private final int index;

    LakeRow(@Nullable Object[] cells, SilverTable table) {
        this.cells = cells;
        Object person = cells[table.position("subject")];
        this.subject = person == null ? ABSENT : ((Binary) person).getBytesUnsafe();
        this.eventId = bytes(table, "event_id");
        this.shard = bytes(table, BronzeTable.SHARD);
        this.sequence = bytes(table, BronzeTable.SEQUENCE);
        this.index = (Integer) Objects.requireNonNull(cells[table.position(BronzeTable.RECORD_INDEX)]);
    }

    private byte[] bytes(SilverTable table, String column) {
        return ((Binary) Objects.requireNonNull(cells[table.position(column)])).getBytesUnsafe();
    }

    /// Whether another row may be the same event: it is, if it is of the same tenant too.
    boolean isBeside(LakeRow other) {
        return Arrays.equals(eventId, other.eventId) && Arrays.equals(subject, other.subject);
    }

    @Override
    public String toString() {
        return "LakeRow[redacted]";
    }
}
