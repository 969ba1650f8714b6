package dev.weir.lake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Removes what compaction has left behind, some of it at a time: objects that were replaced long enough ago, and
/// silver that no manifest ever took.
public final class LakeCleaning {

    /// A unit of compaction is done, or was ended, long before.
    static final Duration ABANDONED = Duration.ofHours(6);

    /// What a bucket deletes with one call.
    private static final int AT_ONCE = 1_000;

    private final LakeObjects lake;
    private final Manifests manifests;
    private final CompactionRules rules;
    private final Clock clock;
    private final int atOnce;

    public LakeCleaning(LakeObjects lake, CompactionRules rules, Clock clock) {
        this(lake, rules, clock, AT_ONCE);
    }

    /// @param atOnce how many objects are deleted before the manifest is changed
    LakeCleaning(LakeObjects lake, CompactionRules rules, Clock clock, int atOnce) {
        this.lake = lake;
        this.manifests = new Manifests(lake);
        this.rules = rules;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /// What was removed.
    ///
    /// @param abandoned silver that no manifest knew: it is entered as replaced, and removed as that
    public record Cleaned(int deleted, int abandoned) {

        /// This and more.
        public Cleaned and(Cleaned more) {
            return new Cleaned(deleted + more.deleted, abandoned + more.abandoned);
        }
    }

    /// Cleans some of a day; empty if there is nothing to clean now.
    ///
    /// What is deleted leaves the manifest only when it is gone, and before anything else is deleted: whatever ends
    /// a cleaning, the next one repeats at most the last part of it. What is abandoned is entered first, which
    /// changes the manifest, so that whoever might still swap it in cannot. Where others have changed the manifest
    /// meanwhile nothing is counted, and the next part is the same.
    ///
    /// @throws LakeUnavailable if the bucket does not answer; cleaning again does the rest
    public Optional<Cleaned> next(LakeDay day) {
        Manifests.Version seen = manifests.read(day);
        Instant now = clock.instant();
        Set<String> due = due(seen.manifest(), now);
        return due.isEmpty() ? enter(day, seen, now) : Optional.of(delete(day, seen, due));
    }

    private Cleaned delete(LakeDay day, Manifests.Version seen, Set<String> due) {
        lake.deleteAll(due);
        boolean forgotten = manifests.replace(day, seen, seen.manifest().without(due));
        return new Cleaned(forgotten ? due.size() : 0, 0);
    }

    private Optional<Cleaned> enter(LakeDay day, Manifests.Version seen, Instant now) {
        List<String> abandoned = abandoned(day, seen.manifest(), now);
        if (abandoned.isEmpty()) {
            return Optional.empty();
        }
        boolean entered = manifests.replace(day, seen, seen.manifest().with(List.of(), abandoned, now));
        return Optional.of(new Cleaned(0, entered ? abandoned.size() : 0));
    }

    private Set<String> due(Manifest manifest, Instant now) {
        return manifest.replaced().stream()
                .filter(object -> !now.isBefore(object.since().plus(grace(object.key()))))
                .limit(atOnce)
                .map(Manifest.Replaced::key)
                .collect(Collectors.toSet());
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
