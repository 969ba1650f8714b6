package dev.weir.compactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.SilverColumns;
import dev.weir.lake.CompactionRules;
import dev.weir.lake.Extent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompactorTest {

    private static final Deadline FAR = new Deadline(() -> Long.MAX_VALUE);
    private static final Deadline NEAR = new Deadline(() -> 179_999);

    private static final LocalDate DATE = LocalDate.parse("2026-02-05");
    private static final String MANIFEST = "manifests/product=ott-streaming/dt=2026-02-05/manifest.json";

    private final ListedLake lake = new ListedLake()
            .with("bronze/product=ott-streaming/dt=2026-02-07/hour=23/shard-1.parquet", "2026-02-07T23:00:00Z")
            .with("bronze/product=ott-streaming/dt=2026-02-08/hour=14/shard-1.parquet", "2026-02-08T14:01:00Z")
            .with("bronze/product=ott-streaming/dt=2026-02-08/hour=14/shard-2.parquet", "2026-02-08T14:03:00Z")
            .with("bronze/product=thedata/dt=2026-02-08/hour=14/shard-2.parquet", "2026-02-08T14:03:00Z");

    @Test
    void reportsWhatIsLeftInAnHourThatIsNotOver() {
        List<DayReport> reports = run("ott-streaming", null, 1, FAR);

        assertThat(reports).hasSize(1);
        assertThat(reports.getFirst().done()).isTrue();
        assertThat(reports.getFirst().isEventful()).isFalse();
        assertThat(reports.getFirst().after().smallFiles()).isEqualTo(2);
        assertThat(reports.getFirst().after().lag()).hasMinutes(29);
        assertThat(reports.getFirst().json().path("lagSeconds").asInt()).isEqualTo(29 * 60);
    }

    @Test
    void beginsNothingWhenItsTimeIsNearlyOver() {
        List<DayReport> reports = run("ott-streaming", null, 2, NEAR);

        assertThat(reports).extracting(report -> report.day().date()).isSorted().hasSize(2);
        assertThat(reports).noneMatch(DayReport::done).allMatch(DayReport::isEventful);
    }

    @Test
    void goesThroughAllProductsOfADay() {
        assertThat(run(null, LocalDate.parse("2026-02-08"), 1, FAR))
                .extracting(report -> report.day().toString())
                .containsExactly("ott-streaming 2026-02-08", "thedata 2026-02-08");
    }

    @Test
    void leavesADayAloneOfWhichNothingMayBeKept() {
        lake.with("bronze/product=ott-streaming/dt=2025-02-08/hour=14/shard-1.parquet", "2025-02-08T14:01:00Z")
                .with("bronze/product=ott-streaming/dt=2025-02-09/hour=14/shard-1.parquet", "2025-02-09T14:01:00Z");

        assertThat(run("ott-streaming", null, 1_000, NEAR))
                .extracting(report -> report.day().date().toString())
                .contains("2025-02-09")
                .doesNotContain("2025-02-08");
    }

    @Test
    void endsCleaningWhenItsTimeIsNearlyOverAndTheNextRunGoesOn() {
        lake.withManifest(MANIFEST, IntStream.range(0, 2_500).mapToObj(CompactorTest::replaced));

        DayReport first = run("ott-streaming", DATE, 1, nearAfter(2)).getFirst();
        DayReport second = run("ott-streaming", DATE, 1, FAR).getFirst();

        assertThat(first.done()).isFalse();
        assertThat(first.cleaned().deleted()).isEqualTo(2_000);
        assertThat(second.done()).isTrue();
        assertThat(second.cleaned().deleted()).isEqualTo(500);
    }

    @Test
    void beginsNoCleaningWhenItsTimeIsNearlyOver() {
        lake.withManifest(MANIFEST, Stream.of(replaced(1)));

        DayReport report = run("ott-streaming", DATE, 1, NEAR).getFirst();

        assertThat(report.done()).isFalse();
        assertThat(report.cleaned().deleted()).isZero();
    }

    private static String replaced(int number) {
        return """
                {"key":"bronze/product=ott-streaming/dt=2026-02-05/hour=14/shard-%d.parquet",\
                "state":"replaced","since":"2026-02-06T00:00:00Z"}""".formatted(number);
    }

    /// A deadline that is near once it has been asked for some times.
    private static Deadline nearAfter(int times) {
        AtomicInteger asked = new AtomicInteger();
        return new Deadline(() -> asked.getAndIncrement() < times ? Long.MAX_VALUE : 0);
    }

    @Test
    void mergesNoRunsOfADayWithoutIdentities() {
        lake.withManifest(
                "manifests/product=unofficial-communities/dt=2025-11-10/manifest.json",
                IntStream.range(0, 16).mapToObj(CompactorTest::run));

        List<DayReport> reports = run("unofficial-communities", null, 100, FAR);

        assertThat(reports).singleElement().matches(DayReport::done);
        assertThat(reports.getFirst().work().units()).isZero();
    }

    private static String run(int run) {
        return """
                {"key":"silver/product=unofficial-communities/retention=security/dt=2025-11-10/%1$d-0.parquet",\
                "state":"live","run":"%1$d","part":0,"rows":1,"bytes":1000}""".formatted(run);
    }

    @Test
    void refusesAProductThatTheCatalogDoesNotHave() {
        assertThatThrownBy(() -> run("nothing", null, 1, FAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'product' must be one of [ott-streaming,");
    }

    private List<DayReport> run(@Nullable String product, @Nullable LocalDate date, int days, Deadline deadline) {
        Clock clock = Clock.fixed(Instant.parse("2026-02-08T14:30:00Z"), ZoneOffset.UTC);
        CompactionRequest request =
                new CompactionRequest(Optional.ofNullable(product), Optional.ofNullable(date), days, Extent.HOURS);
        return new Compactor(lake, Catalog.load(), SilverColumns.load(), CompactionRules.DEFAULT, clock)
                .compact(request, deadline);
    }
}
