package dev.weir.retention;

import dev.weir.lake.DayPlan;
import dev.weir.lake.LakeObject;
import java.util.List;

/// What was done to a product's part of the lake; in a dry run, what would be.
///
/// @param purged days whose plan was carried out
/// @param anonymised objects that identities were removed from
/// @param versions old versions and marks of deletions that were removed
/// @param finished whether nothing that was planned is left
record Done(List<DayPlan> purged, List<LakeObject> anonymised, long versions, boolean finished) {

    Done {
        purged = List.copyOf(purged);
        anonymised = List.copyOf(anonymised);
    }

    /// As if all of a plan had been carried out.
    static Done planned(ProductPlan plan) {
        long versions =
                plan.due().stream().mapToLong(day -> day.versions().size()).sum()
                        + plan.before().size();
        return new Done(plan.due(), plan.named(), versions, true);
    }
}
