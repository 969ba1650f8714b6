package dev.weir.lake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the lake has of a day, by the names of its objects.
///
/// @param silver by retention class
/// @param versions old versions and marks of deletions, of bronze and silver
public record DayContents(
        LakeDay day, List<LakeObject> bronze, Map<String, List<LakeObject>> silver, List<OldVersion> versions) {

    public DayContents {
        bronze = List.copyOf(bronze);
        silver = Map.copyOf(silver);
        versions = List.copyOf(versions);
    }

    /// Days of which there is anything, by date and product. Objects that are not called as the lake's are, are
    /// left out.
    public static List<DayContents> of(Collection<LakeObject> objects, Collection<OldVersion> versions) {
        Map<LakeDay, Gathering> days =
                new TreeMap<>(Comparator.comparing(LakeDay::date).thenComparing(LakeDay::product));
        for (LakeObject object : objects) {
            LakePlace.of(object.key()).ifPresent(place -> gathering(days, place).add(place, object));
        }
        for (OldVersion version : versions) {
            LakePlace.of(version.key())
                    .filter(place -> !(place instanceof LakePlace.DayManifest))
                    .ifPresent(place -> gathering(days, place).versions.add(version));
        }
        List<DayContents> contents = new ArrayList<>();
        days.forEach((day, found) -> contents.add(new DayContents(day, found.bronze, found.silver, found.versions)));
        return contents;
    }

    private static Gathering gathering(Map<LakeDay, Gathering> days, LakePlace place) {
        return days.computeIfAbsent(place.day(), unseen -> new Gathering());
    }

    private static final class Gathering {

        private final List<LakeObject> bronze = new ArrayList<>();
        private final Map<String, List<LakeObject>> silver = new TreeMap<>();
        private final List<OldVersion> versions = new ArrayList<>();

        void add(LakePlace place, LakeObject object) {
            switch (place) {
                case LakePlace.Bronze _ -> bronze.add(object);
                case LakePlace.Silver(LakeDay _, String retention) ->
                    silver.computeIfAbsent(retention, unseen -> new ArrayList<>())
                            .add(object);
                case LakePlace.DayManifest _ -> {
                    // it makes the day known, also when nothing else is left of it
                }
            }
        }
    }
}
