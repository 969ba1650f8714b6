package dev.weir.lake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Removes what compaction has left behind: objects that were replaced long enough ago, and silver that
/// no manifest ever took.
public final class LakeCleaning {

    /// A unit of compaction is done, or was ended, long before.
    static final Duration ABANDONED = Duration.ofHours(6);

    private final LakeObjects lake;
    private final Manifests manifests;
    private final CompactionRules rules;
    private final Clock clock;

    public LakeCleaning(LakeObjects lake, CompactionRules rules, Clock clock) {
        this.lake = lake;
        this.manifests = new Manifests(lake);
        this.rules = rules;
        this.clock = clock;
    }

    /// What was removed.
    ///
    /// @param abandoned silver that no manifest knew: it is entered as replaced, and removed as that
    public record Cleaned(int deleted, int abandoned) {}

    /// Cleans a day. What is deleted leaves the manifest only when it is gone. What is abandoned is
    /// entered first, which changes the manifest, so that whoever might still swap it in cannot.
    ///
    /// @throws LakeUnavailable if the bucket does not answer; cleaning again does the rest
    public Cleaned clean(LakeDay day) {
        Manifests.Version seen = manifests.read(day);
        Instant now = clock.instant();
        Set<String> due = seen.manifest().replaced().stream()
                .filter(object -> !now.isBefore(object.since().plus(grace(object.key()))))
                .map(Manifest.Replaced::key)
                .collect(Collectors.toSet());
        due.forEach(lake::delete);
        List<String> abandoned = abandoned(day, seen.manifest(), now);
        if (due.isEmpty() && abandoned.isEmpty()) {
            return new Cleaned(0, 0);
        }
        Manifest next = seen.manifest().without(due).with(List.of(), abandoned, now);
        boolean entered = manifests.replace(day, seen, next);
        return new Cleaned(due.size(), entered ? abandoned.size() : 0);
    }

    private Duration grace(String key) {
        return key.startsWith("bronze/") ? rules.bronzeGrace() : rules.silverGrace();
    }

    private List<String> abandoned(LakeDay day, Manifest manifest, Instant now) {
        Set<String> known = new HashSet<>();
        manifest.live().forEach(object -> known.add(object.key()));
        manifest.replaced().forEach(object -> known.add(object.key()));
        return silver(day)
                .filter(object -> !known.contains(object.key()))
                .filter(object -> object.modified().isBefore(now.minus(ABANDONED)))
                .map(LakeObject::key)
                .toList();
    }

    private Stream<LakeObject> silver(LakeDay day) {
        return lake.folders("silver/product=" + day.product() + "/").stream()
                .map(retention -> lake.list(retention + "dt=" + day.date() + "/"))
                .flatMap(Collection::stream);
    }
}
