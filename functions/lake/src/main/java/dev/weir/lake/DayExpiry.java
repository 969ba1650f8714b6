package dev.weir.lake;

import dev.weir.core.catalog.RetentionRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Decides what of a day must go. It changes nothing.
///
/// @param replaced objects that no longer count, and since when
/// @param now until when what was replaced is kept for those who still read it or name it
record DayExpiry(
        DayContents there,
        Map<String, Instant> replaced,
        RetentionRules kept,
        LocalDate today,
        CompactionRules rules,
        Instant now) {

    static Map<String, Instant> replaced(Manifest manifest) {
        return manifest.replaced().stream().collect(Collectors.toMap(Manifest.Replaced::key, Manifest.Replaced::since));
    }

    DayPlan plan() {
        LocalDate date = there.day().date();
        Set<String> classes = kept.expired(date, today);
        boolean whole = kept.haveAllExpired(date, today);
        boolean over = kept.hasBronzeExpired(date, today);
        List<LakeObject> bronze = there.bronze().stream()
                .filter(object -> whole || goes(object, over))
                .toList();
        List<LakeObject> waiting = there.bronze().stream()
                .filter(object -> !whole && !replaced.containsKey(object.key()))
                .toList();
        Map<String, List<LakeObject>> silver = silver(classes);
        return new DayPlan(there.day(), classes, silver, bronze, waiting, versions(bronze, silver), whole);
    }

    /// Bronze that counts is the only place where its events are.
    private boolean goes(LakeObject object, boolean over) {
        Instant since = replaced.get(object.key());
        return since != null && (over || !now.isBefore(since.plus(rules.bronzeGrace())));
    }

    private Map<String, List<LakeObject>> silver(Set<String> expired) {
        Map<String, List<LakeObject>> going = new TreeMap<>();
        there.silver().forEach((label, objects) -> {
            List<LakeObject> some = objects.stream()
                    .filter(object -> expired.contains(label) || isLeftBehind(object))
                    .toList();
            if (!some.isEmpty()) {
                going.put(label, some);
            }
        });
        return going;
    }

    private boolean isLeftBehind(LakeObject object) {
        Instant since = replaced.get(object.key());
        return since != null && !now.isBefore(since.plus(rules.silverGrace()));
    }

    /// Versions of what stays are what it can be brought back from.
    private List<OldVersion> versions(List<LakeObject> bronze, Map<String, List<LakeObject>> silver) {
        Set<String> staying = new HashSet<>();
        there.bronze().forEach(object -> staying.add(object.key()));
        there.silver().values().forEach(objects -> objects.forEach(object -> staying.add(object.key())));
        bronze.forEach(object -> staying.remove(object.key()));
        silver.values().forEach(objects -> objects.forEach(object -> staying.remove(object.key())));
        return there.versions().stream()
                .filter(version -> !staying.contains(version.key()))
                .toList();
    }
}
