package dev.weir.lake;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What of a day must go, and what would have to and cannot yet.
///
/// @param classes retention classes that have expired
/// @param silver objects to go, by class: all of those that have expired, of others what was replaced long ago
/// @param bronze objects to go
/// @param waiting bronze that has events in it that must go, or must go itself, and is not in silver yet: it stays
///     until it has been compacted
/// @param versions old versions of what goes, or has gone
/// @param whole whether nothing of the day may stay
public record DayPlan(
        LakeDay day,
        Set<String> classes,
        Map<String, List<LakeObject>> silver,
        List<LakeObject> bronze,
        List<LakeObject> waiting,
        List<OldVersion> versions,
        boolean whole) {

    public DayPlan {
        classes = Set.copyOf(classes);
        silver = Map.copyOf(silver);
        bronze = List.copyOf(bronze);
        waiting = List.copyOf(waiting);
        versions = List.copyOf(versions);
    }

    /// The objects to go.
    public Stream<LakeObject> objects() {
        return Stream.concat(bronze.stream(), silver.values().stream().flatMap(List::stream));
    }

    /// Their names.
    Set<String> keys() {
        Set<String> keys = new HashSet<>();
        objects().forEach(object -> keys.add(object.key()));
        return keys;
    }
}
