package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weir.core.catalog.SilverColumns;
import dev.weir.core.event.IdentityKind;
import dev.weir.lake.LakeFinding.Rule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakeDoctorTest {

    private static final String PRODUCT = "ott-streaming";
    private static final Duration DAYS = Duration.ofDays(3);

    private final MemoryLake lake = new MemoryLake();
    private int runs;

    /// A day that is merged, with a bronze object that came after.
    @BeforeEach
    void aHealthyLake() {
        land("a", 1);
        compact();
        land("b", 2);
    }

    private void land(String id, long sequence) {
        new BronzeWriter(Fields.TABLE, lake)
                .write(List.of(event(id)
                        .of(IdentityKind.USER, sequence)
                        .at("2026-02-08T00:20:00Z")
                        .row(sequence, 0)));
    }

    private void compact() {
        new Compaction(lake, CompactionRules.DEFAULT, lake.clock(), () -> "run" + runs++)
                .next(Silver.DAY, Silver.TABLE, Extent.ALL);
    }

    private static ExpectedLake expected(String eventName) {
        return new ExpectedLake(
                Fields.ENVELOPE,
                new SilverColumns(Map.of(PRODUCT, Silver.COLUMNS)),
                Map.of(PRODUCT, new ExpectedLake.Events(Set.of(eventName), Set.of("standard"))));
    }

    private List<LakeFinding> findings() {
        return findings(expected("playback.started"));
    }

    private List<LakeFinding> findings(ExpectedLake expected) {
        return new LakeDoctor(lake, expected, CompactionRules.DEFAULT, lake.clock()).examine(new ArrayList<>()::add);
    }

    private List<Rule> rules() {
        return findings().stream().map(LakeFinding::rule).distinct().toList();
    }

    private String only(String prefix) {
        return lake.objects.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }

    private void put(String key, String text) {
        lake.put(key, new ObjectContent(text.getBytes(StandardCharsets.UTF_8), "text/plain", Map.of()));
    }

    private void copy(String from, String to) {
        lake.put(to, Objects.requireNonNull(lake.objects.get(from)).content());
    }

    @Test
    void findsNothingInAHealthyLake() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void findsWhatBelongsToNothing() {
        put("bronze/product=ott-streaming/note.txt", "hello");

        assertThat(rules()).containsExactly(Rule.STRAY);
    }

    @Test
    void findsNothingInWhatFunctionsKeepForTheirOwnWork() {
        put(Suppressions.KEY, "[]");
        put("retention/clock.json", "{}");
        put("privacy/sweep/product=ott-streaming.json", "{}");
        put("privacy/export/0f0e2f6c-6a5b-4c0e-9a52-7b1c4f1c2d3e.json", "{}");

        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retention/clock.json.old",
                "retention/report.json",
                "privacy/dump.json",
                "privacy/sweep/ott-streaming.json",
                "privacy/export/somebody/events.json",
                "privacy/export/events.csv"
            })
    void findsWhatOnlyLooksLikeIt(String key) {
        put(key, "hello");

        assertThat(rules()).containsExactly(Rule.STRAY);
    }

    @Test
    void findsSilverThatNoManifestKnowsOnceItIsOld() {
        copy(only("silver/"), "silver/product=ott-streaming/retention=standard/dt=2026-02-08/orphan-0.parquet");
        assertThat(rules()).isEmpty();

        lake.pass(Duration.ofHours(9));

        assertThat(rules()).contains(Rule.ORPHAN);
    }

    @Test
    void findsWhatAManifestCountsOnAndIsGone() {
        lake.delete(only("silver/"));

        assertThat(rules()).containsExactly(Rule.MISSING);
    }

    @Test
    void findsWhatWasReplacedAndIsStillThereAndWhatIsNotMerged() {
        lake.pass(DAYS);

        assertThat(rules()).containsExactly(Rule.OVERDUE, Rule.UNMERGED);
    }

    @Test
    void findsWhatNobodyCanRead() {
        put(only("silver/"), "no Parquet at all");

        assertThat(rules()).containsExactly(Rule.UNREADABLE);
    }

    @Test
    void findsAManifestThatNobodyCanRead() {
        put(Silver.DAY.manifest(), "no manifest");

        assertThat(rules()).containsExactly(Rule.UNREADABLE);
    }

    @Test
    void findsRowsThatAreTwice() {
        String second = only("bronze/").replace("1.parquet", "2.parquet");
        copy(second, second.replace("2.parquet", "3.parquet"));

        assertThat(rules()).containsExactly(Rule.DOUBLED);
    }

    @Test
    void findsEventsThatTheCatalogDoesNotHave() {
        assertThat(findings(expected("something.else")))
                .extracting(LakeFinding::rule, LakeFinding::detail)
                .contains(tuple(Rule.UNKNOWN_EVENT, "playback.started"));
    }

    @Test
    void findsWhereAthenaDoesNotLook() {
        copy(only("bronze/"), only("bronze/").replace("ott-streaming", "nobody"));

        assertThat(rules()).contains(Rule.UNPROJECTED);
    }

    @Test
    void findsADriftOfColumns() {
        ExpectedLake without = new ExpectedLake(
                Fields.ENVELOPE.stream()
                        .filter(field -> !field.name().equals("market"))
                        .toList(),
                new SilverColumns(Map.of(PRODUCT, Silver.COLUMNS)),
                expected("playback.started").products());

        assertThat(findings(without)).extracting(LakeFinding::rule).containsExactly(Rule.SCHEMA);
    }

    @Test
    void findsSilverWithoutABloomFilter() {
        byte[] bronze = Objects.requireNonNull(lake.objects.get(only("bronze/")))
                .content()
                .bytes();
        lake.put(only("silver/"), new ObjectContent(bronze, "x", Map.of()));

        assertThat(rules()).contains(Rule.NO_BLOOM);
    }
}
