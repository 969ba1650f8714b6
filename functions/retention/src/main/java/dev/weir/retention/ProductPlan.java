package dev.weir.retention;

import dev.weir.lake.DayContents;
import dev.weir.lake.DayPlan;
import dev.weir.lake.LakeObject;
import dev.weir.lake.OldVersion;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What the lake has of a product, and what of it is to be done.
///
/// @param there days of which there is anything, in order
/// @param due what must go of those of which something must
/// @param named silver that outlives its identities and still has them
/// @param before old versions of silver that outlives its identities, which may have them
record ProductPlan(
        String product, List<DayContents> there, List<DayPlan> due, List<LakeObject> named, List<OldVersion> before) {

    ProductPlan {
        there = List.copyOf(there);
        due = List.copyOf(due);
        named = List.copyOf(named);
        before = List.copyOf(before);
    }

    private Stream<LakeObject> all() {
        return there.stream()
                .flatMap(day -> Stream.concat(
                        day.bronze().stream(), day.silver().values().stream().flatMap(List::stream)));
    }

    long objects() {
        return all().count();
    }

    long going() {
        return due.stream().flatMap(DayPlan::objects).count();
    }

    /// When the latest of its objects was stored; the epoch where there is none.
    Instant newest() {
        return all().map(LakeObject::modified).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    /// Retention classes that the lake has events of.
    Set<String> classes() {
        Set<String> classes = new TreeSet<>();
        there.forEach(day -> classes.addAll(day.silver().keySet()));
        return classes;
    }
}
