package dev.weir.retention;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a run has found and done. It names parts of the lake, and nobody. Of a run that changed nothing it says
/// what would have gone.
///
/// @param at when the run began
/// @param today the day that it went by
/// @param doubts why nothing was deleted, or would not be
/// @param versions old versions and marks of deletions that were removed
/// @param shortLived what is kept for a week at most
record RetentionReport(
        Status status,
        Instant at,
        LocalDate today,
        List<String> doubts,
        List<Line> lines,
        long versions,
        List<ShortLived.Found> shortLived) {

    /// How a run ended.
    enum Status {
        /// A dry run: nothing was changed.
        PLANNED,
        REFUSED,
        /// Its time was over, or somebody else was at work: the next run does the rest.
        UNFINISHED,
        DONE
    }

    RetentionReport {
        doubts = List.copyOf(doubts);
        lines = List.copyOf(lines);
        shortLived = List.copyOf(shortLived);
    }

    /// One that nothing has been done for yet.
    static RetentionReport begun(Instant at, LocalDate today, List<String> doubts) {
        return new RetentionReport(Status.PLANNED, at, today, doubts, List.of(), 0, List.of());
    }

    RetentionReport with(Status ended, List<ShortLived.Found> found) {
        return new RetentionReport(ended, at, today, doubts, lines, versions, found);
    }

    /// With what was done for a product.
    RetentionReport and(ProductPlan plan, Done done) {
        List<Line> more = new ArrayList<>(lines);
        more.addAll(Line.of(plan, done));
        Status ended = status == Status.DONE && !done.finished() ? Status.UNFINISHED : status;
        return new RetentionReport(ended, at, today, doubts, more, versions + done.versions(), shortLived);
    }

    String statusLabel() {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /// Objects of parts whose names begin so.
    long objects(String part) {
        return lines.stream()
                .filter(line -> line.part().startsWith(part))
                .mapToLong(Line::objects)
                .sum();
    }

    /// Objects that were purged, or would be.
    long purged() {
        return objects("bronze") + objects("silver/");
    }

    /// Whether a run that was to delete something has left what should be gone. One that is refused fails, and a dry
    /// run
    /// deletes nothing.
    boolean hasLeft() {
        return switch (status) {
            case PLANNED, REFUSED -> false;
            case UNFINISHED -> true;
            case DONE -> objects("waiting") > 0;
        };
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("status", statusLabel())
                .put("at", at.toString())
                .put("today", today.toString());
        doubts.forEach(doubt -> json.withArrayProperty("doubts").add(doubt));
        lines.forEach(line -> json.withArrayProperty("lines").add(line.json()));
        json.put("versions", versions);
        shortLived.forEach(found -> json.withArrayProperty("short_lived")
                .addObject()
                .put("bucket", found.name())
                .put("objects", found.objects())
                .put("removed", found.old().size()));
        return json;
    }
}
