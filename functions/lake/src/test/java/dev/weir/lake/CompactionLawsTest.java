package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.event.IdentityKind;
import dev.weir.lake.Silver.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Random histories of one day: events that come, come again and come late, compactors that die at any
/// call of the bucket or act at once, cleaning in between, a few objects at a time and not always to the end; and after
/// every step what readers see, with the latest manifest and with one that they read before the step.
class CompactionLawsTest {

    private static final CompactionRules RULES =
            new CompactionRules(Duration.ofMinutes(5), Duration.ofHours(2), Duration.ofDays(2), 20_000, 3);

    private final MemoryLake lake = new MemoryLake();
    private final Manifests manifests = new Manifests(lake);
    private final Set<String> events = new HashSet<>();
    private int runs;
    private long sequence = 90;

    @Property(tries = 60)
    void readersSeeEachEventOnceWhateverHappens(@ForAll long seed) {
        new CompactionLawsTest().history(new Random(seed));
    }

    private void history(Random random) {
        for (int step = 0; step < 14; step++) {
            Manifest before = manifests.read(Silver.DAY).manifest();
            Set<String> known = Set.copyOf(events);
            switch (random.nextInt(6)) {
                case 0, 1 -> land(random);
                case 2 -> attempt(() -> compact(random), random);
                case 3 -> together(random);
                case 4 -> attempt(() -> compactAndClean(random), random);
                default -> attempt(() -> clean(random), random);
            }
            check(before, known);
            if (random.nextInt(4) == 0) {
                wakeDaysLater(random);
            }
            check(manifests.read(Silver.DAY).manifest(), events);
            lake.pass(Duration.ofMinutes(random.nextInt(8) == 0 ? 4_000 : random.nextInt(100)));
        }
        finish();
    }

    private void check(Manifest manifest, Set<String> expected) {
        List<Seen> seen = Silver.seen(lake, manifest);
        Set<String> found = seen.stream().map(Seen::event).collect(Collectors.toSet());
        assertThat(found).containsAll(expected);
        assertThat(events).containsAll(found);
        assertThat(seen.stream().map(Seen::place)).doesNotHaveDuplicates();
    }

    private void land(Random random) {
        List<BronzeRow> rows = new ArrayList<>();
        String shard = "shardId-00000000000" + random.nextInt(2);
        int hour = random.nextInt(3);
        sequence += 1 + random.nextInt(20);
        for (int index = 0; index <= random.nextInt(4); index++) {
            EventBuilder event = event("e" + random.nextInt(4))
                    .at(Instant.parse("2026-02-08T00:00:00Z")
                            .plus(Duration.ofHours(hour))
                            .toString())
                    .tenant(random.nextInt(4) == 0 ? "other" : "acme")
                    .retention(random.nextInt(4) == 0 ? "short" : "standard")
                    .property("title", "t" + random.nextInt());
            if (random.nextInt(3) > 0) {
                event.of(IdentityKind.USER, random.nextInt(2));
            }
            rows.add(event.row(shard, sequence, index));
        }
        new BronzeWriter(Fields.TABLE, lake).write(rows);
        rows.forEach(row -> events.add(key(row)));
    }

    private static String key(BronzeRow row) {
        Object subject = row.cell(11);
        Object shown = subject == null
                ? null
                : org.apache.parquet.io.api.Binary.fromConstantByteArray(
                        ((dev.weir.core.event.Pseudonym) subject).bytes());
        return row.cell(4) + "/" + shown + "/" + row.cell(0);
    }

    private void attempt(Runnable work, Random random) {
        if (random.nextBoolean()) {
            lake.crash(random.nextInt(14), random.nextBoolean());
        }
        try {
            work.run();
        } catch (LakeUnavailable scripted) {
            // the next attempt finds what this one left
        } finally {
            lake.calm();
        }
    }

    /// One compacts or cleans while another has begun to compact.
    private void together(Random random) {
        lake.meanwhile(random.nextInt(16), () -> {
            if (random.nextInt(3) == 0) {
                clean(random);
            } else {
                compact(random);
            }
            check(manifests.read(Silver.DAY).manifest(), events);
        });
        attempt(() -> compact(random), random);
    }

    /// One sleeps in the middle of its work, and others compact and clean for days meanwhile.
    private void wakeDaysLater(Random random) {
        lake.meanwhile(random.nextInt(20), () -> {
            for (int day = 0; day < 3; day++) {
                compact(random);
                lake.pass(Duration.ofDays(3));
                clean(random);
            }
        });
        attempt(() -> compact(random), random);
    }

    private void compactAndClean(Random random) {
        compact(random);
        clean(random);
    }

    private void compact(Random random) {
        Extent extent = List.of(Extent.HOURS, Extent.DAYS, Extent.ALL).get(random.nextInt(3));
        int units = 1 + random.nextInt(3);
        for (int unit = 0; unit < units; unit++) {
            compaction().next(Silver.DAY, Silver.TABLE, extent);
        }
    }

    /// Some parts, or all there are.
    private void clean(Random random) {
        int parts = random.nextBoolean() ? random.nextInt(4) : Integer.MAX_VALUE;
        clean(1 + random.nextInt(3), parts);
    }

    private void clean(int atOnce, int parts) {
        LakeCleaning cleaning = new LakeCleaning(lake, RULES, lake.clock(), atOnce);
        int part = 0;
        while (part < parts && cleaning.next(Silver.DAY).isPresent()) {
            part++;
        }
    }

    private Compaction compaction() {
        return new Compaction(lake, RULES, lake.clock(), () -> "run" + runs++);
    }

    /// In peace everything becomes one run, without a second copy of anything, and nothing else stays.
    private void finish() {
        while (compaction().next(Silver.DAY, Silver.TABLE, Extent.ALL).isPresent()) {
            check(manifests.read(Silver.DAY).manifest(), events);
        }
        lake.pass(Duration.ofDays(3));
        clean(3, Integer.MAX_VALUE);
        lake.pass(Duration.ofDays(3));
        clean(3, Integer.MAX_VALUE);
        Manifest manifest = manifests.read(Silver.DAY).manifest();
        assertThat(Silver.seen(lake, manifest).stream().map(Seen::event)).containsExactlyInAnyOrderElementsOf(events);
        assertThat(manifest.runs()).hasSizeLessThanOrEqualTo(1);
        assertThat(lake.objects.keySet().stream().filter(key -> !key.startsWith("manifests/")))
                .containsExactlyInAnyOrderElementsOf(
                        manifest.live().stream().map(Manifest.Live::key).toList());
    }
}
