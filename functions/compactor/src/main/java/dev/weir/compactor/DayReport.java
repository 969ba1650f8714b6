package dev.weir.compactor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.lake.CompactedUnit;
import dev.weir.lake.LakeCleaning.Cleaned;
import dev.weir.lake.LakeDay;
import java.time.Duration;

/// What a run did to a day, and what it left.
///
/// @param done whether nothing is left to do now
/// @param after what the day consists of now
record DayReport(LakeDay day, Work work, Cleaned cleaned, boolean done, After after) {

    /// What was merged, over all units.
    record Work(int units, int objectsIn, int objectsOut, CompactedUnit.Rows rows, int overtaken) {

        /// Made anew each time: an executable cannot have constants with parts of the lake, which begins when it runs.
        static Work none() {
            return new Work(0, 0, 0, new CompactedUnit.Rows(0, 0, 0), 0);
        }

        Work and(CompactedUnit unit) {
            return switch (unit) {
                case CompactedUnit.Overtaken _ -> new Work(units, objectsIn, objectsOut, rows, overtaken + 1);
                case CompactedUnit.Swapped swapped ->
                    new Work(
                            units + 1,
                            objectsIn + swapped.inputs(),
                            objectsOut + swapped.objects().size(),
                            rows.and(swapped.rows()),
                            overtaken);
            };
        }
    }

    /// @param smallFiles bronze objects that still count, which queries read one by one
    /// @param lag age of the oldest of them
    record After(int smallFiles, Duration lag, int silverObjects, long silverBytes) {}

    /// Whether anything is worth telling.
    boolean isEventful() {
        return work.units() > 0 || work.overtaken() > 0 || cleaned.deleted() > 0 || cleaned.abandoned() > 0 || !done;
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("product", day.product())
                .put("dt", day.date().toString())
                .put("units", work.units())
                .put("objectsIn", work.objectsIn())
                .put("objectsOut", work.objectsOut())
                .put("rowsIn", work.rows().read())
                .put("rowsOut", work.rows().written())
                .put("duplicates", work.rows().duplicates())
                .put("suppressed", work.rows().suppressed())
                .put("overtaken", work.overtaken())
                .put("deleted", cleaned.deleted())
                .put("abandoned", cleaned.abandoned())
                .put("smallFiles", after.smallFiles())
                .put("lagSeconds", after.lag().toSeconds())
                .put("silverObjects", after.silverObjects())
                .put("silverBytes", after.silverBytes())
                .put("done", done);
    }
}
