package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.catalog.RetentionRules;
import dev.weir.core.event.IdentityKind;
import dev.weir.lake.DayPurge.Outcome;
import dev.weir.lake.Silver.Seen;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A day in 2026-02-08, of events that are kept for 30 days and for a year.
class DayPurgeTest {

    private static final RetentionRules RULES =
            RetentionRules.of(Map.of("short", Period.ofDays(30), "standard", Period.ofDays(365)));
    private static final LocalDate SHORT_ENDS = LocalDate.parse("2026-03-10");
    private static final LocalDate BRONZE_ENDS = LocalDate.parse("2026-05-09");
    private static final LocalDate ALL_ENDS = LocalDate.parse("2027-02-08");

    private final VersionedLake lake = new VersionedLake();
    private final DayPurge purge = new DayPurge(lake, CompactionRules.DEFAULT, lake.now.clock());
    private int runs;

    @Test
    void keepsAClassOnItsLastDayAndPurgesItTheDayAfter() {
        landAndCompact(lake);

        purge(SHORT_ENDS.minusDays(1));
        assertThat(events(lake)).containsExactlyInAnyOrder("a", "b", "c");
        purge(SHORT_ENDS);

        assertThat(events(lake)).containsExactlyInAnyOrder("a", "c");
        assertThat(lake.list("silver/product=ott-streaming/retention=short/")).isEmpty();
    }

    @Test
    void leavesNoVersionOfWhatIsGone() {
        landAndCompact(lake);

        purge(SHORT_ENDS);

        assertThat(lake.old).isNotEmpty().noneMatch(version -> version.key().contains("retention=short"));
        purge(ALL_ENDS);
        assertThat(lake.old).allMatch(version -> version.key().endsWith("manifest.json"));
    }

    @Test
    void removesVersionsOfADayOfWhichNothingElseIsLeft() {
        landAndCompact(lake);
        lake.list("bronze/").forEach(object -> lake.delete(object.key()));
        lake.list("silver/").forEach(object -> lake.delete(object.key()));
        lake.now.delete(Silver.DAY.manifest());

        purge(ALL_ENDS);

        assertThat(lake.old)
                .noneMatch(version -> LakePlace.of(version.key()).isPresent()
                        && !version.key().startsWith("manifests/"));
    }

    @Test
    void keepsBronzeThatWasMergedUntilItsLastDayAndPurgesItTheDayAfter() {
        landAndCompact(lake);
        Manifest recently = manifest();
        DayPlan last = plan(BRONZE_ENDS.minusDays(1));
        assertThat(last.bronze()).as("replaced a moment ago").isEmpty();

        purge(BRONZE_ENDS);

        assertThat(lake.list("bronze/")).isEmpty();
        assertThat(recently.replaced()).isNotEmpty();
        assertThat(manifest().replaced()).isEmpty();
        assertThat(events(lake)).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void neverPurgesBronzeThatSilverDoesNotHave() {
        landAndCompact(lake);
        land(lake, event("late").retention("standard"));

        DayPlan plan = plan(BRONZE_ENDS);
        purge.carryOut(plan);

        assertThat(plan.waiting()).hasSize(1);
        assertThat(events(lake)).containsExactlyInAnyOrder("a", "c", "late");
    }

    @Test
    void lateBronzeOfADayThatIsOverGoes() {
        land(lake, event("late").retention("standard"));

        assertThat(plan(ALL_ENDS.minusDays(1)).waiting()).hasSize(1);
        purge(ALL_ENDS);

        assertThat(lake.list("bronze/")).isEmpty();
    }

    @Test
    void whatHasExpiredDoesNotComeBackWithACompaction() {
        land(lake, event("a").retention("standard"), event("b").retention("short"));

        compact(lake, Expired.of(RULES, Silver.DAY.date(), SHORT_ENDS));

        assertThat(events(lake)).containsExactly("a");
        assertThat(lake.list("silver/product=ott-streaming/retention=short/")).isEmpty();
    }

    @Test
    void nothingIsLeftOfADayThatIsOver() {
        landAndCompact(lake);

        Outcome outcome = purge(ALL_ENDS);

        assertThat(lake.now.objects).isEmpty();
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Purged.class, purged -> {
            assertThat(purged.objects()).isEqualTo(4);
            assertThat(purged.bytes()).isPositive();
            assertThat(purged.versions()).isGreaterThanOrEqualTo(4);
        });
    }

    @Test
    void planningChangesNothing() {
        landAndCompact(lake);
        Map<String, MemoryLake.Stored> before = Map.copyOf(lake.now.objects);

        plan(ALL_ENDS);

        assertThat(lake.now.objects).isEqualTo(before);
    }

    @Test
    void removesSilverThatNoManifestKnowsWithoutLettingACompactorSwapItIn() {
        landAndCompact(lake);
        String orphan = Silver.DAY.silver("short") + "orphan-0.parquet";
        lake.put(orphan, new ObjectContent(new byte[] {1}, "x", Map.of()));
        String etag = new Manifests(lake).read(Silver.DAY).etag();

        purge(SHORT_ENDS);

        assertThat(lake.now.objects).doesNotContainKey(orphan);
        assertThat(new Manifests(lake).read(Silver.DAY).etag()).isNotEqualTo(etag);
    }

    @Test
    void deletesNothingWhenSomebodyElseChangesTheDayInBetween() {
        landAndCompact(lake);
        DayPlan plan = plan(SHORT_ENDS);
        lake.now.meanwhile(1, () -> {
            land(lake, event("d").retention("standard"));
            compact(lake, Expired.nothing());
        });

        assertThat(purge.carryOut(plan)).isInstanceOf(Outcome.Overtaken.class);
        assertThat(events(lake)).containsExactlyInAnyOrder("a", "b", "c", "d");
        purge(SHORT_ENDS);

        assertThat(events(lake)).containsExactlyInAnyOrder("a", "c", "d");
    }

    @Test
    void readersSeeTheDayBeforeOrAfterAndEachEventOnce() {
        landAndCompact(lake);
        List<Set<String>> seen = new ArrayList<>();
        lake.afterEachCall(() -> {
            Manifest manifest = new Manifests(lake.now).read(Silver.DAY).manifest();
            assertThat(manifest.live()).allMatch(object -> lake.now.objects.containsKey(object.key()));
            assertThat(Silver.seen(lake.now, manifest).stream().map(Seen::place))
                    .doesNotHaveDuplicates();
            seen.add(Set.copyOf(events(lake)));
        });

        purge(SHORT_ENDS);
        purge(BRONZE_ENDS);

        assertThat(new HashSet<>(seen)).containsExactlyInAnyOrder(Set.of("a", "b", "c"), Set.of("a", "c"));
    }

    @Test
    void aPurgeThatDiesAtAnyCallAndIsDoneAgainLeavesTheSame() {
        for (LocalDate today : List.of(SHORT_ENDS, BRONZE_ENDS, ALL_ENDS)) {
            VersionedLake calm = new VersionedLake();
            landAndCompact(calm);
            int before = calm.calls();
            once(calm, today);
            int calls = calm.calls() - before;
            for (int call = 0; call < calls; call++) {
                for (boolean done : new boolean[] {false, true}) {
                    VersionedLake dying = new VersionedLake();
                    landAndCompact(dying);
                    dying.crash(call, done);
                    assertThatThrownBy(() -> once(dying, today)).isInstanceOf(LakeUnavailable.class);
                    once(dying, today);

                    assertThat(dying.now.objects.keySet()).isEqualTo(calm.now.objects.keySet());
                    assertThat(events(dying)).isEqualTo(events(calm));
                    assertThat(dying.old.stream().filter(DayPurgeTest::isOfEvents))
                            .hasSameSizeAs(calm.old.stream()
                                    .filter(DayPurgeTest::isOfEvents)
                                    .toList());
                }
            }
        }
    }

    private static boolean isOfEvents(OldVersion version) {
        return !version.key().startsWith("manifests/");
    }

    private static void once(VersionedLake lake, LocalDate today) {
        DayPurge purge = new DayPurge(lake, CompactionRules.DEFAULT, lake.now.clock());
        for (DayContents day : contents(lake)) {
            purge.carryOut(purge.plan(day, RULES, today));
        }
    }

    private static List<DayContents> contents(VersionedLake lake) {
        return DayContents.of(lake.list(""), lake.oldVersions(""));
    }

    private DayPlan plan(LocalDate today) {
        return purge.plan(contents(lake).getFirst(), RULES, today);
    }

    private Outcome purge(LocalDate today) {
        return purge.carryOut(plan(today));
    }

    private Manifest manifest() {
        return new Manifests(lake).read(Silver.DAY).manifest();
    }

    private static List<String> events(VersionedLake lake) {
        Manifest manifest = new Manifests(lake.now).read(Silver.DAY).manifest();
        return Silver.seen(lake.now, manifest).stream()
                .map(seen -> seen.event().substring(seen.event().lastIndexOf('/') + 1))
                .toList();
    }

    private void landAndCompact(VersionedLake where) {
        runs = 0;
        land(
                where,
                event("a").of(IdentityKind.USER, 1).retention("standard"),
                event("b").of(IdentityKind.USER, 1).retention("short"));
        land(where, event("c").retention("standard"));
        compact(where, Expired.nothing());
        // What erasing leaves behind.
        LakeObject first = where.list("silver/").getLast();
        ObjectContent same = where.content(first.key());
        where.replace(first.key(), same, first.etag());
    }

    private static void land(VersionedLake where, EventBuilder... events) {
        List<BronzeRow> rows = new ArrayList<>();
        long sequence = where.now.objects.size() + 1L;
        for (EventBuilder event : events) {
            rows.add(event.row(sequence, rows.size()));
        }
        new BronzeWriter(Fields.TABLE, where).write(rows);
    }

    private void compact(VersionedLake where, Expired expired) {
        Compaction compaction = new Compaction(where, CompactionRules.DEFAULT, where.now.clock(), () -> "run" + ++runs);
        assertThat(compaction.next(Silver.DAY, Silver.TABLE, Extent.ALL, expired))
                .isPresent();
        where.now.pass(Duration.ofMinutes(1));
    }
}
