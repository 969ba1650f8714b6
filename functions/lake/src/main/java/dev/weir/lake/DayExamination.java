package dev.weir.lake;

import dev.weir.lake.LakeDoctor.DayObjects;
import dev.weir.lake.LakeFinding.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is wrong with one day of a product.
final class DayExamination {

    /// Compaction and cleaning run every hour; what they should have done two hours ago is late.
    private static final Duration LATE = Duration.ofHours(2);

    /// The first day that Athena's tables look for.
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");

    private final Lake lake;
    private final LakeDay day;
    private final DayObjects objects;
    private final List<LakeFinding> findings = new ArrayList<>();

    DayExamination(Lake lake, LakeDay day, DayObjects objects) {
        this.lake = lake;
        this.day = day;
        this.objects = objects;
    }

    /// What the lake is and should be.
    record Lake(LakeObjects objects, ExpectedLake expected, CompactionRules rules, Instant now) {}

    List<LakeFinding> findings() {
        Manifest manifest;
        try {
            manifest = new Manifests(lake.objects()).read(day).manifest();
        } catch (IllegalArgumentException broken) {
            found(Rule.UNREADABLE, day.manifest(), String.valueOf(broken.getMessage()));
            return findings;
        }
        projection();
        silver(manifest);
        bronze(manifest);
        contents(manifest);
        return findings;
    }

    private void found(Rule rule, String where, String detail) {
        findings.add(new LakeFinding(rule, where, detail));
    }

    private void projection() {
        ExpectedLake.Events product = lake.expected().products().get(day.product());
        LocalDate today = LocalDate.ofInstant(lake.now(), ZoneOffset.UTC);
        if (product == null) {
            found(Rule.UNPROJECTED, LakeDay.bronzeOf(day.product()), "product " + day.product());
        } else if (day.date().isBefore(FIRST_DAY) || day.date().isAfter(today)) {
            found(Rule.UNPROJECTED, day.bronze(), "day " + day.date());
        } else {
            objects.silver().stream()
                    .map(LakeObject::key)
                    .filter(key -> product.retentions().stream().noneMatch(name -> key.startsWith(day.silver(name))))
                    .forEach(key -> found(Rule.UNPROJECTED, key, "retention class"));
        }
    }

    private void silver(Manifest manifest) {
        Set<String> there = keys(objects.silver());
        Set<String> known =
                manifest.live().stream().map(Manifest.Live::key).collect(Collectors.toCollection(HashSet::new));
        known.stream().filter(key -> !there.contains(key)).sorted().forEach(key -> found(Rule.MISSING, key, "silver"));
        manifest.replaced().forEach(object -> known.add(object.key()));
        objects.silver().stream()
                .filter(object -> !known.contains(object.key()))
                .filter(object -> object.modified().isBefore(lake.now().minus(LakeCleaning.ABANDONED.plus(LATE))))
                .forEach(object -> found(Rule.ORPHAN, object.key(), "since " + object.modified()));
        overdue(manifest, there, key -> key.startsWith("silver/"), lake.rules().silverGrace());
    }

    private void overdue(Manifest manifest, Set<String> there, Predicate<String> kind, Duration grace) {
        manifest.replaced().stream()
                .filter(object -> kind.test(object.key()) && there.contains(object.key()))
                .filter(object -> object.since().isBefore(lake.now().minus(grace.plus(LATE))))
                .forEach(object -> found(Rule.OVERDUE, object.key(), "replaced " + object.since()));
    }

    private void bronze(Manifest manifest) {
        overdue(
                manifest,
                keys(objects.bronze()),
                key -> key.startsWith("bronze/"),
                lake.rules().bronzeGrace());
        Instant due = lake.now().minus(lake.rules().settle()).minus(LATE).minus(1, ChronoUnit.HOURS);
        List<LakeObject> late = manifest.fresh(objects.bronze()).stream()
                .filter(object -> object.modified().isBefore(due))
                .toList();
        late.stream()
                .map(LakeObject::modified)
                .min(Instant::compareTo)
                .ifPresent(oldest ->
                        found(Rule.UNMERGED, day.bronze(), late.size() + " objects, the oldest of " + oldest));
    }

    /// What counts, each object by itself, and all of them against each other.
    private void contents(Manifest manifest) {
        Set<String> live = manifest.live().stream().map(Manifest.Live::key).collect(Collectors.toSet());
        RowCopies copies = new RowCopies();
        Stream.concat(
                        manifest.fresh(objects.bronze()).stream(),
                        objects.silver().stream().filter(object -> live.contains(object.key())))
                .forEach(object -> examine(object, copies));
        copies.byObject()
                .forEach((key, rows) -> found(Rule.DOUBLED, key, rows + " rows that are in other objects, too"));
    }

    private void examine(LakeObject object, RowCopies copies) {
        try {
            ObjectExamination examination =
                    new ObjectExamination(lake, day, object, new ParquetObject(lake.objects(), object));
            findings.addAll(examination.findings());
            if (examination.isReadable()) {
                examination.rows(copies).ifPresent(findings::add);
            }
        } catch (LakeUnavailable | IllegalArgumentException broken) {
            found(Rule.UNREADABLE, object.key(), object.size() + " bytes");
        }
    }

    private static Set<String> keys(List<LakeObject> objects) {
        return objects.stream().map(LakeObject::key).collect(Collectors.toSet());
    }
}
