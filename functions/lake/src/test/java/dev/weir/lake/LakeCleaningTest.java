package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.event.IdentityKind;
import dev.weir.lake.LakeCleaning.Cleaned;
import dev.weir.lake.Silver.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A day of five bronze objects that were merged days ago, cleaned two objects at a time.
class LakeCleaningTest {

    private static final int OBJECTS = 5;
    private static final int AT_ONCE = 2;

    @Test
    void deletesSomeAndForgetsThemBeforeItDeletesMore() {
        VersionedLake lake = merged();

        assertThat(clean(lake)).contains(new Cleaned(AT_ONCE, 0));

        assertThat(lake.now.list("bronze/")).hasSize(OBJECTS - AT_ONCE);
        assertThat(manifest(lake).replaced())
                .extracting(Manifest.Replaced::key)
                .containsExactlyElementsOf(keys(lake, "bronze/"));
    }

    @Test
    void isEmptyWhenNothingIsLeftToClean() {
        VersionedLake lake = merged();

        assertThat(List.of(clean(lake), clean(lake), clean(lake), clean(lake)))
                .containsExactly(
                        Optional.of(new Cleaned(2, 0)),
                        Optional.of(new Cleaned(2, 0)),
                        Optional.of(new Cleaned(1, 0)),
                        Optional.empty());
        assertThat(manifest(lake).replaced()).isEmpty();
    }

    @Test
    void entersWhatIsAbandonedOnceNothingElseIsLeft() {
        VersionedLake lake = merged();
        String abandoned = Silver.DAY.silver("standard") + "abandoned-0.parquet";
        lake.now.put(abandoned, lake.content(keys(lake, "silver/").getFirst()));
        lake.now.pass(LakeCleaning.ABANDONED.plusSeconds(1));
        cleanAll(lake);

        assertThat(manifest(lake).replaced()).extracting(Manifest.Replaced::key).containsExactly(abandoned);

        lake.now.pass(CompactionRules.DEFAULT.silverGrace());
        cleanAll(lake);

        assertThat(keys(lake, "silver/")).hasSize(1).doesNotContain(abandoned);
    }

    @Test
    void whoeverIsKilledAnywhereHasDoneSoMuchThatOnlyTheLastPartIsRepeated() {
        for (boolean done : new boolean[] {false, true}) {
            for (int call = 0; call < 18; call++) {
                VersionedLake lake = merged();
                lake.crash(call, done);
                killed(lake);
                assertThat(events(lake)).hasSize(OBJECTS);

                cleanAll(lake);

                assertThat(events(lake)).hasSize(OBJECTS);
                assertThat(keys(lake, "bronze/")).isEmpty();
                assertThat(marks(lake)).isBetween((long) OBJECTS, (long) OBJECTS + AT_ONCE);
            }
        }
    }

    @Test
    void whatSomebodyElseChangesMeanwhileStays() {
        for (int call = 1; call < 4; call++) {
            VersionedLake lake = merged();
            lake.meanwhile(call, () -> {
                land(lake, OBJECTS);
                compact(lake);
            });

            cleanAll(lake);

            assertThat(events(lake)).hasSize(OBJECTS + 1);
            assertThat(manifest(lake).live()).hasSize(2);
            assertThat(manifest(lake).replaced()).hasSize(1);
        }
    }

    private static VersionedLake merged() {
        VersionedLake lake = new VersionedLake();
        for (int sequence = 0; sequence < OBJECTS; sequence++) {
            land(lake, sequence);
        }
        lake.now.pass(Duration.ofDays(1));
        compact(lake);
        lake.now.pass(CompactionRules.DEFAULT.bronzeGrace());
        return lake;
    }

    private static void land(VersionedLake lake, int sequence) {
        new BronzeWriter(Fields.TABLE, lake.now)
                .write(List.of(event("e" + sequence).of(IdentityKind.USER, 1).row(sequence, 0)));
    }

    private static void compact(VersionedLake lake) {
        String run = "run" + lake.now.objects.size();
        new Compaction(lake.now, CompactionRules.DEFAULT, lake.now.clock(), () -> run)
                .next(Silver.DAY, Silver.TABLE, Extent.HOURS);
    }

    private static Optional<Cleaned> clean(VersionedLake lake) {
        return new LakeCleaning(lake, CompactionRules.DEFAULT, lake.now.clock(), AT_ONCE).next(Silver.DAY);
    }

    private static void cleanAll(VersionedLake lake) {
        while (clean(lake).isPresent()) {
            assertThat(events(lake)).hasSizeGreaterThanOrEqualTo(OBJECTS);
        }
    }

    private static void killed(VersionedLake lake) {
        try {
            while (clean(lake).isPresent()) {
                assertThat(events(lake)).hasSize(OBJECTS);
            }
        } catch (LakeUnavailable scripted) {
            // the next one finds what this one left
        }
        lake.calm();
    }

    private static Manifest manifest(VersionedLake lake) {
        return new Manifests(lake.now).read(Silver.DAY).manifest();
    }

    private static List<Seen> events(VersionedLake lake) {
        return Silver.seen(lake.now, manifest(lake));
    }

    private static List<String> keys(VersionedLake lake, String layer) {
        return lake.now.list(layer).stream().map(LakeObject::key).toList();
    }

    /// Deletions, also of what was gone.
    private static long marks(VersionedLake lake) {
        return lake.old.stream()
                .filter(version -> version.key().startsWith("bronze/"))
                .filter(version -> version.id().startsWith("mark"))
                .count();
    }
}
