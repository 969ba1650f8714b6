package dev.weir.lakewriter;

import static dev.weir.lakewriter.Records.playback;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.Pseudonym;
import dev.weir.lake.BronzeTable;
import dev.weir.lake.BronzeWriter;
import dev.weir.lake.ObjectContent;
import dev.weir.lake.Quarantine;
import dev.weir.lake.Sought;
import dev.weir.lake.Suppression;
import dev.weir.lake.Suppressions;
import dev.weir.stream.FailedBatch;
import dev.weir.stream.RecordCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Instant NOW = Instant.parse("2026-02-10T00:00:00Z");
    private static final String FAILED = "aws/lambda/1/" + Records.SHARD + "/2026/02/09/a";
    private static final byte[] GARBAGE = "no record of ours".getBytes(StandardCharsets.UTF_8);

    private final MemoryBucket lake = new MemoryBucket();
    private final MemoryBucket quarantine = new MemoryBucket();
    private final MemoryBucket failed = new MemoryBucket();
    private final Buckets buckets = new Buckets(lake, quarantine, failed);

    private void fails(Records batch) {
        failed.objects.put(FAILED, batch.report("weir-lake-writer"));
    }

    private void isPutAside(Records batch) {
        landing(Catalog.load(), batch);
    }

    private void landing(Catalog catalog, Records batch) {
        BronzeTable table = new BronzeTable(catalog.envelope());
        new Landing(
                        new RecordReader(new RecordCodec(), table),
                        new Quarantine(quarantine, "lake-writer"),
                        new BronzeWriter(table, lake),
                        new Suppressions(lake))
                .land(FailedBatch.read(batch.report("weir-lake-writer").bytes()).batch());
    }

    private JsonNode replay(ReplayRequest.From from) {
        return replay(new ReplayRequest(from, Optional.empty(), false, ""), Catalog.load());
    }

    private JsonNode replay(ReplayRequest request, Catalog catalog) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new Replay(buckets, catalog, "weir-lake-writer", clock)
                .run(request)
                .json();
    }

    private JsonNode replayFailed() {
        return replay(ReplayRequest.From.FAILED);
    }

    private int rows() {
        return lake.objects.entrySet().stream()
                .filter(object -> object.getKey().startsWith("bronze/"))
                .map(object -> object.getValue().metadata().get("rows"))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static Catalog changed(String pointer, String remove) throws IOException {
        try (InputStream compiled = Objects.requireNonNull(Catalog.class.getResourceAsStream(Catalog.RESOURCE))) {
            JsonNode catalog = new JsonMapper().readTree(compiled);
            ((ObjectNode) catalog.at(pointer)).remove(remove);
            return Catalog.read(new ByteArrayInputStream(catalog.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void landsAFailedBatchOnceAndRemovesItsReport() {
        fails(new Records().batch(1, List.of(playback("a"), playback("b"))).batch(2, List.of(playback("c"))));

        JsonNode report = replayFailed();
        JsonNode again = replayFailed();

        assertThat(report.path("landed").asInt()).isEqualTo(3);
        assertThat(report.path("done").asBoolean()).isTrue();
        assertThat(again.path("documents").asInt()).isZero();
        assertThat(rows()).isEqualTo(3);
        assertThat(failed.objects).isEmpty();
    }

    @Test
    void landsOnlyWhatNoAttemptHasLanded() {
        landing(Catalog.load(), new Records().batch(1, List.of(playback("a"))));
        fails(new Records().batch(1, List.of(playback("a"))).batch(2, List.of(playback("b"))));

        JsonNode report = replayFailed();

        assertThat(report.path("landed").asInt()).isEqualTo(1);
        assertThat(report.path("already_there").asInt()).isEqualTo(1);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void losesAndDoublesNothingWhereverItDies() {
        Records batch = new Records().batch(1, List.of(playback("a"))).batch(2, List.of(playback("b")));
        for (int calls = 0; calls < 8; calls++) {
            for (MemoryBucket dying : List.of(lake, failed)) {
                lake.reset();
                fails(batch);
                dying.breakDownAfter(calls);
                try {
                    replayFailed();
                } catch (IllegalStateException died) {
                    // What matters is what the next one finds.
                }
                dying.repair();

                replayFailed();

                assertThat(rows()).isEqualTo(2);
                assertThat(failed.objects).isEmpty();
            }
        }
    }

    @Test
    void leavesOutWhoeverIsErased() {
        fails(new Records().batch(1, List.of(playback("a"))));
        Sought person = new Sought.Person(Set.of(new Pseudonym(1, 2)), NOW);
        new Suppressions(lake).add(List.of(new Suppression("ott-streaming", person, NOW.plusSeconds(1))), NOW);

        JsonNode report = replayFailed();

        assertThat(report.path("left_out").path("erased").asInt()).isEqualTo(1);
        assertThat(rows()).isZero();
        assertThat(failed.objects).isEmpty();
    }

    @Test
    void leavesOutWhatTheCatalogHasWithdrawn() throws IOException {
        fails(new Records().batch(1, List.of(playback("a"))));
        Catalog today = changed("/products/ott-streaming/events", "playback.started");

        JsonNode report = replay(new ReplayRequest(ReplayRequest.From.FAILED, Optional.empty(), false, ""), today);

        assertThat(report.path("left_out").path("unknown_event").asInt()).isEqualTo(1);
        assertThat(rows()).isZero();
        assertThat(failed.objects).isEmpty();
    }

    @Test
    void leavesOutWhatLacksARequiredProperty() {
        fails(new Records().batch(1, "a").batch(2, List.of(playback("b"))));

        JsonNode report = replayFailed();

        assertThat(report.path("left_out").path("invalid").asInt()).isEqualTo(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void leavesBatchesOfOtherConsumersAlone() {
        failed.objects.put(
                FAILED, new Records().batch(1, List.of(playback("a"))).report("weir-counters"));

        assertThat(replayFailed().path("documents").asInt()).isZero();
        assertThat(failed.objects).hasSize(1);
    }

    @Test
    void changesNothingInARehearsal() {
        fails(new Records().batch(1, List.of(playback("a"))));

        JsonNode report =
                replay(new ReplayRequest(ReplayRequest.From.FAILED, Optional.empty(), true, ""), Catalog.load());

        assertThat(report.path("landed").asInt()).isEqualTo(1);
        assertThat(lake.objects).isEmpty();
        assertThat(failed.objects).hasSize(1);
    }

    @Test
    void landsOneProductAndKeepsTheReportForTheOthers() {
        fails(new Records().batch(1, List.of(playback("a"))));

        JsonNode report = replay(
                new ReplayRequest(ReplayRequest.From.FAILED, Optional.of("video-window"), false, ""), Catalog.load());

        assertThat(report.path("landed").asInt()).isZero();
        assertThat(failed.objects).hasSize(1);
    }

    @Test
    void refusesAProductThatIsInNoCatalog() {
        fails(new Records().batch(1, List.of(playback("a"))));
        ReplayRequest request = new ReplayRequest(ReplayRequest.From.FAILED, Optional.of("ott-steaming"), false, "");

        assertThatThrownBy(() -> replay(request, Catalog.load()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'product' must be one of ")
                .hasMessageContaining("ott-streaming");
        assertThat(failed.objects).hasSize(1);
    }

    @Test
    void keepsAReportForARecordThatNobodyCanReadAndLandsTheOthers() {
        fails(new Records().batch(1, List.of(playback("a"))).raw(2, GARBAGE));

        JsonNode report = replayFailed();

        assertThat(report.path("unreadable").asInt()).isEqualTo(1);
        assertThat(report.at("/staying/0/key").asText()).isEqualTo(FAILED);
        assertThat(rows()).isEqualTo(1);
        assertThat(failed.objects).hasSize(1);
    }

    @Test
    void removesAReportWhoseUnreadableRecordIsInQuarantineToo() {
        Records batch = new Records().batch(1, List.of(playback("a"))).raw(2, GARBAGE);
        isPutAside(batch);
        fails(batch);

        replayFailed();

        assertThat(failed.objects).isEmpty();
        assertThat(quarantine.objects).hasSize(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void landsARecordFromQuarantineThatCanBeReadToday() throws IOException {
        Records batch = new Records()
                .batch(1, List.of(playback("a")))
                .batch(2, List.of(playback("b")))
                .raw(3, GARBAGE);
        // A table that lacks a column of these events, as an older lake-writer would.
        landing(withoutPlatform(), batch);

        JsonNode report = replay(ReplayRequest.From.QUARANTINE);

        assertThat(report.path("landed").asInt()).isEqualTo(2);
        assertThat(report.path("unreadable").asInt()).isEqualTo(1);
        assertThat(quarantine.objects).hasSize(1);
        assertThat(rows()).isEqualTo(2);
        assertThat(replay(ReplayRequest.From.QUARANTINE).path("landed").asInt()).isZero();
    }

    private static Catalog withoutPlatform() {
        Catalog today = Catalog.load();
        return new Catalog(
                today.policy(),
                today.envelope().stream()
                        .filter(field -> !field.name().equals("platform"))
                        .toList(),
                today.products());
    }

    @Test
    void reportsWhatIsNoDocument() {
        failed.objects.put(FAILED, new ObjectContent(GARBAGE, "text/plain", Map.of()));

        JsonNode report = replayFailed();

        assertThat(report.at("/staying/0/reason").asText()).isEqualTo("no JSON");
        assertThat(failed.objects).hasSize(1);
    }

    @Test
    void goesOnAfterTheDocumentThatTheRequestNames() {
        fails(new Records().raw(1, GARBAGE));

        JsonNode report =
                replay(new ReplayRequest(ReplayRequest.From.FAILED, Optional.empty(), false, FAILED), Catalog.load());

        assertThat(report.path("documents").asInt()).isZero();
        assertThat(report.path("after").asText()).isEqualTo(FAILED);
    }

    @Test
    void namesObjectsAsTheLakeWriterWould() {
        fails(new Records().batch(1, List.of(playback("a"))));

        replayFailed();

        assertThat(lake.objects.keySet())
                .containsExactly("bronze/product=ott-streaming/dt=2026-02-08/hour=13/" + Records.SHARD + "-"
                        + Records.sequence(1) + ".parquet");
    }
}
