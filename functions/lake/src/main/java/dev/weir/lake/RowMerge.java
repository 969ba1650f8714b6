package dev.weir.lake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Merges sorted runs into one, each event once: of rows with the same subject, event id and tenant the
/// first stays. So an id that two people or two tenants use is two events, and nobody can displace the
/// event of another.
final class RowMerge {

    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::row, LakeRow.ORDER));
    private final int tenant;
    private final List<Object> tenants = new ArrayList<>();
    private @Nullable LakeRow last;
    private long rows;
    private long duplicates;

    private record Head(LakeRow row, Iterator<LakeRow> rest) {}

    RowMerge(List<? extends Iterator<LakeRow>> runs, SilverTable table) {
        this.tenant = table.position("tenant");
        runs.forEach(this::advance);
    }

    private void advance(Iterator<LakeRow> run) {
        if (run.hasNext()) {
            heads.add(new Head(run.next(), run));
        }
    }

    /// Hands on the rows that stay, in order.
    void to(Consumer<LakeRow> target) {
        for (Head head = heads.poll(); head != null; head = heads.poll()) {
            rows++;
            if (isNew(head.row())) {
                target.accept(head.row());
            } else {
                duplicates++;
            }
            advance(head.rest());
        }
    }

    private boolean isNew(LakeRow row) {
        if (last == null || !row.isBeside(last)) {
            tenants.clear();
        }
        last = row;
        Object whose = Objects.requireNonNull(row.cells[tenant]);
        return !tenants.contains(whose) && tenants.add(whose);
    }

    /// Rows that went in.
    long rows() {
        return rows;
    }

    /// Rows that did not come out.
    long duplicates() {
        return duplicates;
    }
}
