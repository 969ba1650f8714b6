package dev.weir.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.event.Pseudonym;
import dev.weir.lake.DayPurge.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/// Random histories of one day from its first hour until nothing of it may be left: events that land and come
/// late, compactors, erasures, purges, removals of identities and cleaning, each of which may die at any call of
/// the bucket, or have another act in the middle of it, while classes and identities expire. After every step
/// readers see each event that must be there, and none that is erased or has expired; what has gone never comes
/// back, nor whose it was.
class RetentionLawsTest {

    private static final CompactionRules RULES =
            new CompactionRules(Duration.ofMinutes(5), Duration.ofHours(2), Duration.ofDays(2), 20_000, 3);
    private static final Instant ENDS = Instant.parse("2028-01-01T00:00:00Z");
    private static final LocalDate DATE = Silver.DAY.date();
    private static final int CALLS = 16;

    private final VersionedLake lake = new VersionedLake();
    private final Manifests manifests = new Manifests(lake.now);
    private final Suppressions suppressions = new Suppressions(lake);
    private final Keeping keeping = new Keeping();
    private long sequence = 90;
    private int runs;

    @Property(tries = 150)
    void readersSeeWhatMustBeThereAndNothingThatMayNot(@ForAll long seed) {
        new RetentionLawsTest().history(new Random(seed));
    }

    private void history(Random random) {
        for (int step = 0; step < 18; step++) {
            Manifest before = manifests.read(Silver.DAY).manifest();
            switch (random.nextInt(11)) {
                case 0, 1 -> land(random);
                case 2 -> attempt(() -> suppress(random), random);
                case 3, 4 -> attempt(work(random), random);
                case 5 -> together(() -> compact(random), this::identitiesExpire, random);
                case 6 -> together(() -> compact(random), () -> erase(random), random);
                case 7 -> together(this::retain, () -> erase(random), random);
                case 8 -> together(this::retain, work(random), random);
                default -> together(work(random), work(random), random);
            }
            checkOfBefore(before);
            check(manifests.read(Silver.DAY).manifest());
            time(random);
        }
        finish();
    }

    private Runnable work(Random random) {
        return switch (random.nextInt(7)) {
            case 0, 1 -> () -> compact(random);
            case 2, 3 -> this::retain;
            case 4 -> this::sweep;
            case 5 -> () -> erase(random);
            default -> () -> clean(random);
        };
    }

    private void clean(Random random) {
        LakeCleaning cleaning = new LakeCleaning(lake, RULES, lake.now.clock(), 1 + random.nextInt(3));
        for (int part = 0; part <= random.nextInt(6); part++) {
            cleaning.next(Silver.DAY);
        }
    }

    /// Mostly a while; now and then until something more has expired.
    private void time(Random random) {
        lake.now.pass(Duration.ofMinutes(random.nextInt(8) == 0 ? 4_000 : random.nextInt(100)));
        if (random.nextInt(5) == 0) {
            Stream.of(29, 30, 59, 60, 90, 364)
                    .map(DATE::plusDays)
                    .filter(today()::isBefore)
                    .findFirst()
                    .ifPresent(this::passUntil);
        }
    }

    private void passUntil(LocalDate date) {
        Instant start = date.atStartOfDay().toInstant(ZoneOffset.UTC);
        lake.now.pass(Duration.between(lake.now.clock().instant(), start));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(lake.now.clock().instant(), ZoneOffset.UTC);
    }

    private void check(Manifest manifest) {
        List<Keeping.Row> rows = rows(manifest);
        assertThat(keeping.wrong(rows, today())).isEmpty();
        keeping.remember(rows);
    }

    /// Bronze that has expired goes as soon as it is merged, so that who has read the manifest before may miss it.
    private void checkOfBefore(Manifest manifest) {
        if (!Keeping.RULES.hasBronzeExpired(DATE, today())) {
            assertThat(keeping.wrong(rows(manifest), today())).isEmpty();
        }
    }

    private List<Keeping.Row> rows(Manifest manifest) {
        List<Keeping.Row> rows = new ArrayList<>();
        rows(manifest.fresh(lake.now.list(Silver.DAY.bronze())), false, rows);
        for (Manifest.Live live : manifest.live()) {
            rows(lake.now.list(live.key()), true, rows);
        }
        return rows;
    }

    private void rows(List<LakeObject> objects, boolean silver, List<Keeping.Row> rows) {
        for (LakeRow row : Silver.rows(lake.now, objects)) {
            rows.add(new Keeping.Row(Silver.seen(row).place(), silver, isNamed(row)));
        }
    }

    private static boolean isNamed(LakeRow row) {
        boolean named =
                Stream.of("subject", "user_id").anyMatch(column -> row.cells[Silver.TABLE.position(column)] != null);
        @Nullable Object title = row.cells[Silver.TABLE.position("title_text")];
        return named
                || (title instanceof Binary text && text.toStringUsingUTF8().matches("by [0-9a-f]{32}"));
    }

    /// A landing that dies is tried again.
    private void land(Random random) {
        String shard = "shardId-00000000000" + random.nextInt(2);
        sequence += 1 + random.nextInt(20);
        List<BronzeRow> batch = keeping.request(random, shard, sequence, today());
        if (batch.isEmpty() || Keeping.RULES.haveIdentitiesExpired(DATE, today())) {
            return;
        }
        boolean[] landed = {false};
        Runnable attempt = () -> {
            keeping.land(batch);
            new BronzeWriter(Fields.TABLE, lake).write(batch, suppressions.read());
            landed[0] = true;
        };
        attempt(attempt, random);
        if (!landed[0]) {
            compact(random);
            attempt.run();
        }
    }

    private void suppress(Random random) {
        int person = 1 + random.nextInt(Keeping.PEOPLE);
        keeping.means(person);
        Sought.Person sought = new Sought.Person(Set.of(Keeping.name(person)), ENDS);
        suppressions.add(
                List.of(new Suppression(Silver.DAY.product(), sought, ENDS)),
                lake.now.clock().instant());
    }

    private void erase(Random random) {
        suppress(random);
        sweep();
    }

    /// Once the first class has expired, somebody may begin before identities do, and end after they have been removed.
    private void identitiesExpire() {
        if (!today().isBefore(DATE.plusDays(30)) && today().isBefore(DATE.plusDays(60))) {
            passUntil(DATE.plusDays(60));
        }
        retain();
    }

    /// Everything that is stored, for those who are on the list, until a listing shows nothing new.
    private void sweep() {
        List<Sought> sought = new ArrayList<>();
        suppressions.read().forEach(entry -> sought.add(entry.sought()));
        Set<Integer> meant = new HashSet<>();
        for (int person = 1; person <= Keeping.PEOPLE; person++) {
            Pseudonym name = Keeping.name(person);
            if (sought.stream()
                    .anyMatch(one ->
                            one instanceof Sought.Person some && some.names().contains(name))) {
                meant.add(person);
            }
        }
        ObjectEraser eraser = new ObjectEraser(lake, name -> true);
        Set<LakeObject> examined = new HashSet<>();
        while (!meant.isEmpty() && examined.addAll(stored())) {
            stored().forEach(object -> eraser.erase(object, sought, plan -> {}));
        }
        keeping.areErased(meant);
    }

    private List<LakeObject> stored() {
        return Stream.of("bronze/", "silver/")
                .flatMap(layer -> lake.list(layer).stream())
                .toList();
    }

    /// A run of retention: what has expired goes, then identities from what outlives them.
    private void retain() {
        LocalDate today = today();
        DayPurge purge = new DayPurge(lake, RULES, lake.now.clock());
        List<LakeObject> all = new ArrayList<>(stored());
        all.addAll(lake.list("manifests/"));
        List<OldVersion> versions = Stream.of("bronze/", "silver/")
                .flatMap(layer -> lake.oldVersions(layer).stream())
                .toList();
        for (DayContents there : DayContents.of(all, versions)) {
            DayPlan plan = purge.plan(there, Keeping.RULES, today);
            if (purge.carryOut(plan) instanceof Outcome.Purged) {
                keeping.arePurged(plan.classes());
            }
            if (Keeping.RULES.haveIdentitiesExpired(DATE, today)) {
                there.silver().values().forEach(objects -> objects.forEach(this::removeIdentities));
            }
        }
    }

    private void removeIdentities(LakeObject object) {
        IdentityRemoval removal = new IdentityRemoval(lake, Silver.TABLE, name -> true);
        if (removal.remove(object) == IdentityRemoval.Outcome.REMOVED) {
            lake.oldVersions(object.key()).forEach(lake::delete);
        }
    }

    private void together(Runnable work, Runnable meanwhile, Random random) {
        lake.meanwhile(random.nextInt(CALLS), meanwhile);
        attempt(work, random);
    }

    private void attempt(Runnable work, Random random) {
        if (random.nextBoolean()) {
            lake.crash(random.nextInt(CALLS), random.nextBoolean());
        }
        try {
            work.run();
        } catch (LakeUnavailable scripted) {
            // the next attempt finds what this one left
        } finally {
            lake.calm();
        }
    }

    /// As the compactor does: it leaves days alone of which nothing may be kept.
    private void compact(Random random) {
        if (Keeping.RULES.haveAllExpired(DATE, today())) {
            return;
        }
        Extent extent = List.of(Extent.HOURS, Extent.DAYS, Extent.ALL).get(random.nextInt(3));
        Expired expired = Expired.of(Keeping.RULES, DATE, today());
        Compaction compaction = new Compaction(lake, RULES, lake.now.clock(), () -> "run" + runs++);
        for (int unit = 0; unit <= random.nextInt(3); unit++) {
            compaction.next(Silver.DAY, Silver.TABLE, extent, expired);
        }
    }

    /// In peace nobody is in silver after the identities' last day, and nothing is left of the day after its own.
    private void finish() {
        if (!Keeping.RULES.haveIdentitiesExpired(DATE, today())) {
            passUntil(DATE.plusDays(60));
        }
        retain();
        Manifest manifest = manifests.read(Silver.DAY).manifest();
        check(manifest);
        assertThat(rows(manifest)).noneMatch(row -> row.silver() && row.named());
        lake.now.list("silver/").forEach(object -> assertThat(text(object)).doesNotContain("by 0000"));
        passUntil(DATE.plusDays(365));
        retain();
        check(manifests.read(Silver.DAY).manifest());
        assertThat(lake.now.objects.keySet()).allMatch(Suppressions.KEY::equals);
        assertThat(lake.old)
                .noneMatch(version ->
                        version.key().startsWith("bronze/") || version.key().startsWith("silver/"));
    }

    private String text(LakeObject object) {
        return new String(lake.content(object.key()).bytes(), StandardCharsets.ISO_8859_1);
    }
}
