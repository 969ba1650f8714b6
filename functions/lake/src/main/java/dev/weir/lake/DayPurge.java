package dev.weir.lake;

import dev.weir.core.catalog.RetentionRules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Removes what has expired of a day: objects, and all that they were before. Readers who read the manifest
/// first see a day with its expired events or without them, never some of them, and nothing else changes for
/// them: what goes leaves the manifest before it is deleted, and what was replaced leaves it after. Whatever
/// ends a purge, the next one does the rest.
public final class DayPurge {

    private final VersionedObjects lake;
    private final Manifests manifests;
    private final CompactionRules rules;
    private final Clock clock;

    public DayPurge(VersionedObjects lake, CompactionRules rules, Clock clock) {
        this.lake = lake;
        this.manifests = new Manifests(lake);
        this.rules = rules;
        this.clock = clock;
    }

    /// What became of a plan.
    public sealed interface Outcome {

        /// What had to go is gone.
        ///
        /// @param versions old versions and marks of deletions that were removed
        record Purged(long objects, long bytes, long versions) implements Outcome {}

        /// Somebody else has changed the day meanwhile, and nothing was deleted: it is to be planned anew.
        record Overtaken() implements Outcome {}
    }

    /// Plans, and changes nothing.
    ///
    /// @param today the day it is to be, UTC
    public DayPlan plan(DayContents there, RetentionRules kept, LocalDate today) {
        Manifest manifest = manifests.read(there.day()).manifest();
        return new DayExpiry(there, DayExpiry.replaced(manifest), kept, today, rules, clock.instant()).plan();
    }

    /// Carries out a plan.
    ///
    /// @throws LakeUnavailable if the bucket does not answer; planning and purging again does the rest
    public Outcome carryOut(DayPlan plan) {
        if (!withdraw(plan)) {
            return new Outcome.Overtaken();
        }
        plan.objects().forEach(object -> lake.delete(object.key()));
        long versions = removeVersions(plan);
        tidy(plan);
        long bytes = plan.objects().mapToLong(LakeObject::size).sum();
        return new Outcome.Purged(plan.keys().size(), bytes, versions);
    }

    /// Lets nobody read what goes any more. An object that the manifest does not know may be one that a
    /// compactor is about to swap in; the change of the manifest lets it fail. Bronze that counts needs no
    /// manifest to go.
    private boolean withdraw(DayPlan plan) {
        Manifests.Version seen = manifests.read(plan.day());
        Set<String> replaced = new HashSet<>();
        seen.manifest().replaced().forEach(object -> replaced.add(object.key()));
        Set<String> going = new HashSet<>();
        plan.silver().values().forEach(objects -> objects.forEach(object -> going.add(object.key())));
        seen.manifest().live().stream()
                .map(Manifest.Live::key)
                .filter(key -> isExpired(plan, key))
                .forEach(going::add);
        going.removeAll(replaced);
        if (!plan.whole() && plan.bronze().stream().anyMatch(object -> !replaced.contains(object.key()))) {
            return false;
        }
        return going.isEmpty()
                || manifests.replace(plan.day(), seen, seen.manifest().with(List.of(), going, clock.instant()));
    }

    private static boolean isExpired(DayPlan plan, String key) {
        return plan.classes().stream()
                .anyMatch(label -> key.startsWith(plan.day().silver(label)));
    }

    private long removeVersions(DayPlan plan) {
        Set<String> gone = plan.keys();
        plan.versions().forEach(version -> gone.add(version.key()));
        List<OldVersion> old = prefixes(plan)
                .flatMap(prefix -> lake.oldVersions(prefix).stream())
                .filter(version -> gone.contains(version.key()))
                .toList();
        old.forEach(lake::delete);
        return old.size();
    }

    private static Stream<String> prefixes(DayPlan plan) {
        Set<String> labels = new HashSet<>(plan.classes());
        labels.addAll(plan.silver().keySet());
        Stream<String> silver = labels.stream().map(plan.day()::silver);
        return Stream.concat(Stream.of(plan.day().bronze()), silver);
    }

    /// Lets the manifest forget what is gone; of a day of which nothing may stay, the manifest goes last. If
    /// somebody has changed it meanwhile, the next purge does this.
    private void tidy(DayPlan plan) {
        Manifests.Version seen = manifests.read(plan.day());
        if (seen.etag() == null) {
            return;
        }
        Set<String> there = new HashSet<>();
        Consumer<String> see = prefix -> lake.list(prefix).stream()
                .map(LakeObject::key)
                .filter(key -> LakePlace.of(key).isPresent())
                .forEach(there::add);
        see.accept(plan.day().bronze());
        lake.folders("silver/product=" + plan.day().product() + "/")
                .forEach(folder -> see.accept(folder + "dt=" + plan.day().date() + "/"));
        Set<String> gone = new HashSet<>();
        seen.manifest().replaced().stream()
                .map(Manifest.Replaced::key)
                .filter(key -> !there.contains(key))
                .forEach(gone::add);
        boolean empty =
                plan.whole() && there.isEmpty() && seen.manifest().live().isEmpty();
        if (empty) {
            lake.delete(plan.day().manifest());
        } else if (!gone.isEmpty()) {
            manifests.replace(plan.day(), seen, seen.manifest().without(gone));
        }
    }
}
