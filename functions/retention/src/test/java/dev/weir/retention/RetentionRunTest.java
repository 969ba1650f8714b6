package dev.weir.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeUnavailable;
import dev.weir.lake.ObjectContent;
import dev.weir.retention.RetentionReport.Status;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Runs on 2026-11-21: 30 days before it is 22 October, 90 days before it is 23 August.
class RetentionRunTest {

    private static final ObjectContent ANYTHING = new ObjectContent(new byte[] {1}, "text/plain", Map.of());

    @Test
    void keepsTheLastDayOfEachClassAndPurgesTheDayBefore() {
        Archive archive = new Archive()
                .settled("2026-10-23")
                .settled("2026-10-22")
                .settled("2026-08-24")
                .settled("2026-08-23");

        RetentionReport report = archive.run();

        assertThat(report.status()).isEqualTo(Status.DONE);
        assertThat(archive.silver())
                .containsExactlyInAnyOrder(
                        "system 2026-10-23",
                        "business 2026-10-23",
                        "product 2026-10-23",
                        "security 2026-10-23",
                        "business 2026-10-22",
                        "product 2026-10-22",
                        "security 2026-10-22",
                        "business 2026-08-24",
                        "product 2026-08-24",
                        "security 2026-08-24",
                        "security 2026-08-23");
        assertThat(report.lines())
                .anySatisfy(line -> {
                    assertThat(line.part()).isEqualTo("silver/system");
                    assertThat(line.partitions()).isEqualTo(3);
                    assertThat(line.objects()).isEqualTo(3);
                    assertThat(line.bytes()).isPositive();
                    assertThat(line.oldest()).hasValue(LocalDate.parse("2026-10-23"));
                })
                .anySatisfy(line -> {
                    assertThat(line.part()).isEqualTo("bronze");
                    assertThat(line.objects()).isEqualTo(4);
                });
    }

    @Test
    void nothingIsLeftOfWhatNoClassKeeps() {
        Archive archive = new Archive().settled("2024-11-21").settled("2026-11-20");

        archive.run();

        assertThat(archive.lake.objects.keySet()).noneMatch(key -> key.contains("dt=2024-11-21"));
        assertThat(archive.lake.old)
                .filteredOn(version -> version.key().contains("dt=2024-11-21"))
                .allMatch(version -> version.key().startsWith("manifests/"));
        assertThat(archive.silver()).hasSize(4);
    }

    @Test
    void identitiesLeaveWhatOutlivesThemOnceAndWithTheirVersions() {
        Archive archive = new Archive().settled("2026-08-23").settled("2026-08-24");

        RetentionReport first = archive.run();
        RetentionReport second = archive.run();

        assertThat(first.objects("identities")).isEqualTo(1);
        assertThat(second.objects("identities")).isZero();
        assertThat(archive.lake.list("silver/product=unofficial-communities/retention=security/dt=2026-08-23/"))
                .singleElement()
                .satisfies(object -> assertThat(archive.lake.head(object.key()).orElseThrow())
                        .containsEntry("identities", "removed"));
        assertThat(archive.lake.old).noneMatch(version -> version.key().contains("retention=security/dt=2026-08-23"));
    }

    @Test
    void versionsWithIdentitiesGoAlsoWhenTheRunThatMadeThemDied() {
        Archive archive = new Archive().settled("2026-08-23");
        archive.run();
        LakeObject done = archive.lake.list("silver/").getFirst();
        archive.lake.replace(done.key(), archive.lake.content(done.key()), done.etag());

        archive.run();

        assertThat(archive.lake.old).noneMatch(version -> version.key().startsWith("silver/"));
    }

    @Test
    void aDryRunChangesNothingAndSaysWhatWouldGo() {
        Archive archive = new Archive().settled("2026-08-23").settled("2026-11-20");
        Map<String, MemoryBucket.Stored> before = Map.copyOf(archive.lake.objects);

        RetentionReport report = archive.run(Archive.request(true, 100));

        assertThat(report.status()).isEqualTo(Status.PLANNED);
        assertThat(report.hasLeft()).isFalse();
        assertThat(report.purged()).isEqualTo(7);
        assertThat(report.objects("identities")).isEqualTo(1);
        assertThat(archive.lake.objects).isEqualTo(before);
    }

    @Test
    void bronzeThatIsNotInSilverWaits() {
        Archive archive = new Archive().landed("2026-08-23").settled("2026-11-20");

        RetentionReport report = archive.run();

        assertThat(report.objects("waiting")).isEqualTo(4);
        assertThat(report.hasLeft()).isTrue();
        assertThat(archive.lake.list("bronze/product=unofficial-communities/dt=2026-08-23/"))
                .hasSize(4);
    }

    @Test
    void whatIsNotWeirsStays() {
        Archive archive = new Archive().settled("2024-11-01");
        for (String key : new String[] {
            "silver/other.txt",
            "silver/product=unofficial-communities/retention=system/dt=2024-11-01/notes.txt",
            "bronze/product=unofficial-communities/dt=2024-11-01/report.parquet",
            "elsewhere/product=unofficial-communities/dt=2024-11-01/a.parquet",
        }) {
            archive.lake.put(key, ANYTHING);
        }

        archive.run();

        assertThat(archive.lake.objects.keySet().stream().filter(key -> !key.startsWith("retention/")))
                .hasSize(4);
    }

    @Test
    void whatIsKeptForAWeekGoesAfterIt() {
        Archive archive = new Archive();
        for (String day : new String[] {"2026-11-13", "2026-11-14", "2026-11-15"}) {
            String key = "quarantine/dt=" + day + "/shardId-0-1.json";
            archive.quarantine.put(key, ANYTHING);
            archive.quarantine.age(key, Archive.NOW.minus(Duration.ofDays(21 - Integer.parseInt(day.substring(8)))));
            archive.failed.put("aws/lambda/lake-writer/shardId-0/" + day, ANYTHING);
            archive.failed.age("aws/lambda/lake-writer/shardId-0/" + day, Archive.NOW.minus(Duration.ofDays(7)));
        }
        archive.failed.put("notes.txt", ANYTHING);
        archive.failed.age("notes.txt", Archive.NOW.minus(Duration.ofDays(99)));

        RetentionReport report = archive.run();

        assertThat(archive.quarantine.objects).hasSize(1).containsKey("quarantine/dt=2026-11-15/shardId-0-1.json");
        assertThat(archive.failed.objects).containsOnlyKeys("notes.txt");
        assertThat(report.json().at("/short_lived/0/removed").asInt()).isEqualTo(2);
    }

    @Test
    void aRunWithoutTimeIsUnfinishedAndTheNextDoesTheRest() {
        Archive archive = new Archive().settled("2026-08-23");

        RetentionReport cut = archive.run(Archive.request(false, 100), Archive.CLOCK, new Deadline(() -> 179_999));

        assertThat(cut.status()).isEqualTo(Status.UNFINISHED);
        assertThat(cut.hasLeft()).isTrue();
        assertThat(archive.silver()).hasSize(4);
        RetentionReport rest = archive.run();
        assertThat(rest.status()).isEqualTo(Status.DONE);
        assertThat(rest.hasLeft()).isFalse();
        assertThat(archive.silver()).containsExactly("security 2026-08-23");
    }

    @Test
    void aRunThatDiesAtAnyChangeAndIsDoneAgainLeavesTheSame() {
        Archive before = new Archive().settled("2026-08-23").settled("2024-11-21");
        Archive calm = new Archive();
        calm.lake.become(before.lake);
        calm.run();
        boolean died = true;
        for (int change = 0; died; change++) {
            Archive dying = new Archive();
            dying.lake.become(before.lake);
            dying.lake.crash(change);
            died = dies(dying);
            dying.lake.crash(-1);
            dying.run();

            assertThat(dying.lake.objects.keySet()).isEqualTo(calm.lake.objects.keySet());
            assertThat(dying.lake.old.stream().filter(version -> !version.key().matches("(manifests|retention)/.*")))
                    .isEmpty();
        }
        assertThat(calm.silver()).containsExactly("security 2026-08-23");
    }

    private static boolean dies(Archive archive) {
        try {
            archive.run();
            return false;
        } catch (LakeUnavailable scripted) {
            return true;
        }
    }

    @Test
    void knowsTheProductsOfTheCatalogOnly() {
        RetentionRequest request =
                new RetentionRequest(Optional.of("nothing"), Optional.empty(), true, Optional.empty());

        assertThatThrownBy(() -> new Archive().run(request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'product' must be one of [ott-streaming,");
    }
}
