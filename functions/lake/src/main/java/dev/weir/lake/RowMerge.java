package dev.weir.lake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Merges sorted runs into one, each event once: of rows with the same subject, event id and tenant the
/// first stays. So an id that two people or two tenants use is two events, and nobody can displace the
/// event of another. Rows that are not to stay are left out before, so they displace nothing.
final class RowMerge {

    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::row, LakeRow.ORDER));
    private final Predicate<LakeRow> unwanted;
    private final int tenant;
    private final List<Object> tenants = new ArrayList<>();
    private @Nullable LakeRow last;
    private long rows;
    private long duplicates;
    private long suppressed;

    private record Head(LakeRow row, Iterator<LakeRow> rest) {}

    /// @param unwanted which rows are not to stay
    RowMerge(List<? extends Iterator<LakeRow>> runs, Predicate<LakeRow> unwanted, SilverTable table) {
        this.unwanted = unwanted;
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
        Head head = heads.poll();
        while (head != null) {
            rows++;
            if (unwanted.test(head.row())) {
                suppressed++;
            } else if (isNew(head.row())) {
                target.accept(head.row());
            } else {
                duplicates++;
            }
            head = following(head);
        }
    }

    /// The next row. Mostly it is of the same run, as rows of one person came together; then no other is looked at but
    /// the first.
    private @Nullable Head following(Head head) {
        Iterator<LakeRow> run = head.rest();
        if (!run.hasNext()) {
            return heads.poll();
        }
        Head next = new Head(run.next(), run);
        Head other = heads.peek();
        if (other == null || LakeRow.ORDER.compare(next.row(), other.row()) <= 0) {
            return next;
        }
        heads.add(next);
        return heads.poll();
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

    /// Rows that did not come out, because another stayed.
    long duplicates() {
        return duplicates;
    }

    /// Rows that were not to stay.
    long suppressed() {
        return suppressed;
    }
}
