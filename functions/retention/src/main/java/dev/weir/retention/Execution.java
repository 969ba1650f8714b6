package dev.weir.retention;

import dev.weir.lake.DayPlan;
import dev.weir.lake.DayPurge;
import dev.weir.lake.IdentityRemoval;
import dev.weir.lake.LakeObject;
import dev.weir.lake.OldVersion;
import dev.weir.lake.VersionedObjects;
import java.util.ArrayList;
import java.util.List;

/// Carries out what was planned for a product, as far as the time goes. What is left is for the next run, which
/// plans anew.
final class Execution {

    private final VersionedObjects lake;
    private final DayPurge purge;
    private final Deadline deadline;
    private final List<DayPlan> purged = new ArrayList<>();
    private final List<LakeObject> anonymised = new ArrayList<>();
    private long versions;
    private boolean finished = true;

    Execution(VersionedObjects lake, DayPurge purge, Deadline deadline) {
        this.lake = lake;
        this.purge = purge;
        this.deadline = deadline;
    }

    /// @throws dev.weir.lake.LakeUnavailable if the bucket does not answer; the next run does the rest
    Done carryOut(ProductPlan plan, IdentityRemoval removal) {
        plan.due().forEach(this::day);
        remove(plan.before());
        plan.named().forEach(object -> anonymise(object, removal));
        return new Done(purged, anonymised, versions, finished);
    }

    private void day(DayPlan plan) {
        if (deadline.isNear()) {
            finished = false;
            return;
        }
        switch (purge.carryOut(plan)) {
            case DayPurge.Outcome.Purged(long _, long _, long removed) -> {
                purged.add(plan);
                versions += removed;
            }
            case DayPurge.Outcome.Overtaken _ -> finished = false;
        }
    }

    /// What an object was before has the identities that it has no longer.
    private void anonymise(LakeObject object, IdentityRemoval removal) {
        if (deadline.isNear()) {
            finished = false;
            return;
        }
        switch (removal.remove(object)) {
            case REMOVED -> {
                anonymised.add(object);
                remove(lake.oldVersions(object.key()));
            }
            case OVERTAKEN -> finished = false;
            case DONE -> {
                // somebody else was faster
            }
        }
    }

    private void remove(List<OldVersion> old) {
        old.forEach(lake::delete);
        versions += old.size();
    }
}
