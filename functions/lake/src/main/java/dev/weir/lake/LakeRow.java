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
    static final Comparator<LakeRow> ORDER = LakeRow::compare;

    final @Nullable Object[] cells;
    private final byte[] subject;
    private final byte[] eventId;
    private final byte[] shard;
    private final byte[] sequence;
    private final int index;

    LakeRow(@Nullable Object[] cells, SilverTable table) {
        this.cells = cells;
        SilverTable.Keys keys = table.keys();
        Object person = cells[keys.subject()];
        this.subject = person == null ? ABSENT : ((Binary) person).getBytesUnsafe();
        this.eventId = bytes(keys.eventId());
        this.shard = bytes(keys.shard());
        this.sequence = bytes(keys.sequence());
        this.index = (Integer) Objects.requireNonNull(cells[keys.index()]);
    }

    private byte[] bytes(int column) {
        return ((Binary) Objects.requireNonNull(cells[column])).getBytesUnsafe();
    }

    private static int compare(LakeRow one, LakeRow other) {
        int order = Arrays.compareUnsigned(one.subject, other.subject);
        order = order != 0 ? order : Arrays.compareUnsigned(one.eventId, other.eventId);
        order = order != 0 ? order : Arrays.compareUnsigned(one.shard, other.shard);
        order = order != 0 ? order : Integer.compare(one.sequence.length, other.sequence.length);
        order = order != 0 ? order : Arrays.compareUnsigned(one.sequence, other.sequence);
        return order != 0 ? order : Integer.compare(one.index, other.index);
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
