package dev.weir.retention;

import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeObjects;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// A bucket that lets its objects expire within 7 days, or should: what is older is removed, for buckets that
/// do not.
///
/// @param name what the report calls it
/// @param ours names of objects that may be removed
record ShortLived(String name, LakeObjects bucket, Pattern ours) {

    private static final Duration KEPT = Duration.ofDays(7);

    static List<ShortLived> of(Buckets buckets) {
        return List.of(
                new ShortLived(
                        "quarantine",
                        buckets.quarantine(),
                        Pattern.compile("quarantine/dt=\\d{4}-\\d\\d-\\d\\d/[^/]+\\.json")),
                new ShortLived("failed", buckets.failed(), Pattern.compile("aws/lambda/.+")));
    }

    /// What there is, and what of it is too old.
    record Found(String name, long objects, List<LakeObject> old) {}

    Found find(Instant now) {
        List<LakeObject> objects = bucket.list("").stream()
                .filter(object -> ours.matcher(object.key()).matches())
                .toList();
        List<LakeObject> old = objects.stream()
                .filter(object -> !now.isBefore(object.modified().plus(KEPT)))
                .toList();
        return new Found(name, objects.size(), old);
    }

    Found remove(Instant now) {
        Found found = find(now);
        found.old().forEach(object -> bucket.delete(object.key()));
        return found;
    }
}
