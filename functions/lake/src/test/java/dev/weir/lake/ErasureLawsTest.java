package dev.weir.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.lake.Silver.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Random histories of one day in which people are erased: events that land, are tried again and come late, compactors
/// and erasures that die at any call of the bucket or act at once, cleaning in between. After every step readers see
/// each event that landed exactly once, and none that is erased.
class ErasureLawsTest {

    private static final CompactionRules RULES =
            new CompactionRules(Duration.ofMinutes(5), Duration.ofHours(2), Duration.ofDays(2), 20_000, 3);
    private static final Instant ENDS = Instant.parse("2027-01-01T00:00:00Z");
    private static final int LISTINGS = 10;

    private final MemoryLake lake = new MemoryLake();
    private final Manifests manifests = new Manifests(lake);
    private final Suppressions suppressions = new Suppressions(lake);
    private final Crowd crowd = new Crowd();
    private final Set<String> landed = new HashSet<>();
    private final Map<List<BronzeRow>, Instant> batches = new HashMap<>();
    private final List<Sought.Person> suppressed = new ArrayList<>();
    private long sequence = 90;
    private int runs;

    @Property(tries = 80)
    void readersSeeEachEventOnceAndNobodyWhoIsErased(@ForAll long seed) {
        new ErasureLawsTest().history(new Random(seed));
    }

    private void history(Random random) {
        for (int step = 0; step < 14; step++) {
            Manifest before = manifests.read(Silver.DAY).manifest();
            Set<String> known = Set.copyOf(landed);
            switch (random.nextInt(10)) {
                case 0, 1 -> land(random);
                case 2 -> comeLate(random);
                case 3 -> attempt(() -> compact(random), random);
                case 4 -> suppress(random);
                case 5 -> attempt(this::sweep, random);
                case 6 -> together(() -> compact(random), () -> erase(random), random);
                case 7 -> together(this::sweep, () -> compact(random), random);
                case 8 -> together(this::sweep, () -> erase(random), random);
                default -> attempt(() -> clean(random), random);
            }
            check(before, known);
            check(manifests.read(Silver.DAY).manifest(), landed);
            lake.pass(Duration.ofMinutes(random.nextInt(8) == 0 ? 4_000 : random.nextInt(100)));
        }
        finish(random);
    }

    private void check(Manifest manifest, Set<String> expected) {
        List<Seen> seen = Silver.seen(lake, manifest);
        Set<String> found = seen.stream().map(Seen::event).collect(Collectors.toSet());
        assertThat(found).containsAll(expected.stream().filter(crowd::stays).toList());
        assertThat(found).noneMatch(crowd::isGone);
        assertThat(landed).containsAll(found);
        assertThat(seen.stream().map(Seen::place)).doesNotHaveDuplicates();
    }

    /// An attempt may die, and is then followed by one of the same batch, or of a longer one.
    private void land(Random random) {
        String shard = "shardId-00000000000" + random.nextInt(2);
        List<BronzeRow> batch = new ArrayList<>(request(random, shard));
        boolean[] alive = {false};
        attempt(
                () -> {
                    write(batch, suppressions.read());
                    alive[0] = true;
                },
                random);
        if (!alive[0]) {
            compact(random);
            batch.addAll(random.nextBoolean() ? request(random, shard) : List.of());
            write(batch, suppressions.read());
        }
        batches.put(List.copyOf(batch), lake.clock().instant());
    }

    private List<BronzeRow> request(Random random, String shard) {
        sequence += 1 + random.nextInt(20);
        return crowd.request(random, shard, sequence);
    }

    private void write(List<BronzeRow> batch, List<Suppression> list) {
        batch.forEach(row -> landed.add(Crowd.key(row)));
        new BronzeWriter(Fields.TABLE, lake).write(batch, list);
    }

    /// Somebody tries a batch again that the stream still has.
    private void comeLate(Random random) {
        Instant oldest = lake.clock().instant().minus(Duration.ofDays(1));
        batches.entrySet().stream()
                .filter(batch -> batch.getValue().isAfter(oldest))
                .skip(random.nextInt(3))
                .findFirst()
                .ifPresent(batch -> attempt(() -> write(batch.getKey(), suppressions.read()), random));
    }

    /// The first part of an erasure. A landing that has read the list before may end after it.
    private void suppress(Random random) {
        Instant until = Instant.parse("2026-02-08T0" + random.nextInt(3) + ":30:00Z");
        Sought.Person person = new Sought.Person(Set.of(Crowd.name(1 + random.nextInt(Crowd.PEOPLE))), until);
        crowd.means(person);
        List<Suppression> before = suppressions.read();
        Suppression entry = new Suppression(Silver.DAY.product(), person, ENDS);
        Instant now = lake.clock().instant();
        attempt(() -> suppressions.add(List.of(entry), now), random);
        suppressions.add(List.of(entry), now);
        if (random.nextBoolean()) {
            List<BronzeRow> batch = request(random, "shardId-000000000000");
            write(batch, before);
            batches.put(batch, now);
        }
        suppressed.add(person);
    }

    /// Both parts, so that who acts at the same time has begun before the first and ends after the second.
    private void erase(Random random) {
        suppress(random);
        sweep();
    }

    /// The second part: everything that is stored, until a listing shows nothing new.
    private void sweep() {
        List<Sought> sought = List.copyOf(suppressed);
        ObjectEraser eraser = new ObjectEraser(lake, name -> true);
        Set<String> examined = new HashSet<>();
        boolean settled = sought.isEmpty();
        for (int listing = 0; listing < LISTINGS && !settled; listing++) {
            List<LakeObject> fresh = stored().stream()
                    .filter(object -> !examined.contains(object.key() + object.etag()))
                    .toList();
            for (LakeObject object : fresh) {
                eraser.erase(object, sought, plan -> {})
                        .ifPresent(erased -> examined.add(erased.key() + erased.etagAfter()));
            }
            settled = fresh.isEmpty();
        }
        assertThat(settled).isTrue();
        suppressed.stream().filter(sought::contains).forEach(crowd::isErased);
    }

    private List<LakeObject> stored() {
        return Stream.of("bronze/", "silver/")
                .flatMap(folder -> lake.list(folder).stream())
                .toList();
    }

    private void together(Runnable work, Runnable meanwhile, Random random) {
        lake.meanwhile(random.nextInt(20), meanwhile);
        attempt(work, random);
    }

    private void attempt(Runnable work, Random random) {
        if (random.nextBoolean()) {
            lake.crash(random.nextInt(20), random.nextBoolean());
        }
        try {
            work.run();
        } catch (LakeUnavailable scripted) {
            // the next attempt finds what this one left
        } finally {
            lake.calm();
        }
    }

    private void compact(Random random) {
        Extent extent = List.of(Extent.HOURS, Extent.DAYS, Extent.ALL).get(random.nextInt(3));
        for (int unit = 0; unit <= random.nextInt(3); unit++) {
            compaction().next(Silver.DAY, Silver.TABLE, extent);
        }
    }

    private Compaction compaction() {
        return new Compaction(lake, RULES, lake.clock(), () -> "run" + runs++);
    }

    private void clean(Random random) {
        LakeCleaning cleaning = new LakeCleaning(lake, RULES, lake.clock(), 1 + random.nextInt(3));
        for (int part = 0; part <= random.nextInt(6); part++) {
            cleaning.next(Silver.DAY);
        }
    }

    /// In peace nothing of the erased is left anywhere, and what is left of the others becomes one run.
    private void finish(Random random) {
        erase(random);
        assertThat(Silver.rows(lake, stored()).stream().map(Silver::seen).map(Seen::event))
                .noneMatch(crowd::isGone);
        while (compaction().next(Silver.DAY, Silver.TABLE, Extent.ALL).isPresent()) {
            check(manifests.read(Silver.DAY).manifest(), landed);
        }
        List<String> seen = Silver.seen(lake, manifests.read(Silver.DAY).manifest()).stream()
                .map(Seen::event)
                .toList();
        assertThat(seen).doesNotHaveDuplicates();
    }
}
