package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.weir.core.catalog.Catalog;
import dev.weir.local.query.LakeQuery;
import dev.weir.local.samples.Collector;
import dev.weir.local.samples.Expectation;
import dev.weir.local.samples.Sample;
import dev.weir.local.samples.Samples;
import dev.weir.local.stack.Resources;
import dev.weir.local.stack.StateFolder;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import software.amazon.awssdk.core.SdkBytes;

/// The packaged functions, run as they are deployed, from the first byte of a request to a row that another program
/// reads.
class PipelineTest {

    private static final String CLIENT_KEY = "local-ott-streaming-client";

    /// Kept where a test fails: the functions' logs are in it.
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @BeforeAll
    static void needsDockerForLocalStack() {
        if (!ServicesUnderTest.areEmbedded() && !DockerClientFactory.instance().isDockerAvailable()) {
            System.out.println("-Plocalstack: there is no Docker here, so the end-to-end suite is skipped");
            abort("no Docker");
        }
    }

    private static Instant thisMinute() {
        return Instant.now().truncatedTo(ChronoUnit.MINUTES);
    }

    @Test
    @Tag("native-collector")
    @Tag("native-lake-writer")
    void everySampleGetsItsOutcomeAndWhatIsAcceptedCanBeQueried() throws Exception {
        try (Running weir = Running.on(folder)) {
            List<String> differences = new ArrayList<>();
            int accepted = 0;
            Path samples = Path.of(System.getProperty("weir.root"), "events-samples");
            for (Sample sample : new Samples(Catalog.load().products().keySet()).in(samples)) {
                Collector.Answer answer =
                        weir.collector.post(sample.body(), sample.writeKey().orElseThrow());
                accepted += answer.body().path("accepted").asInt();
                Expectation.differences(sample.outcome().orElseThrow(), answer.status(), answer.body())
                        .forEach(difference -> differences.add(sample.name() + ": " + difference));
            }

            assertThat(differences).isEmpty();
            assertThat(accepted).isGreaterThan(20);
            assertThat(weir.notAsAskedFor()).isEmpty();
            assertThat(Eventually.reaches(accepted, weir.lake::rows)).isEqualTo(accepted);
            assertThat(weir.lake.query("select count(*) from bronze where properties like '%@%example.com%'"))
                    .containsExactly(List.of("0"));
            if (ServicesUnderTest.areEmbedded()) {
                StringBuilder csv = new StringBuilder();
                new LakeQuery(Catalog.load(), new StateFolder(folder).lake())
                        .run("select min(start_time_ms) > 0 as ok from ott_streaming_playback_started", csv);
                assertThat(csv).hasToString("ok\ntrue\n");
            }
        }
    }

    /// The promise of the pipeline under load and under fire, and over a restart.
    @Test
    @Tag("native-counters")
    void losesNothingAndDoublesNothingWhileConsumersAreKilledAndOverARestart() throws Exception {
        Instant from = thisMinute();
        Map<String, Integer> accepted = new TreeMap<>();
        int events;
        try (Running weir = Running.on(folder)) {
            Load load = new Load(weir.stack.endpoint());
            CompletableFuture<Integer> kills = CompletableFuture.supplyAsync(() -> killRepeatedly(weir, load));
            load.run(8, 1000, 500);

            assertThat(kills.join()).isGreaterThanOrEqualTo(4);
            accepted.putAll(load.acceptedByBatch);
            events = load.accepted();
            assertThat(events).isEqualTo(1500 * Load.BATCH);
            assertThat(Eventually.reaches(events, weir.lake::rows)).isEqualTo(events);
            Counts counts = new Counts(weir.stack.endpoint(), from);
            assertThat(Eventually.reaches(events, () -> counts.sum("events_per_minute")))
                    .isEqualTo(events);
            assertThat(counts.sum("playback_starts_per_minute")).isEqualTo(events / 2);
            assertThat(rowsByBatch(weir)).isEqualTo(accepted);
        }
        if (ServicesUnderTest.areEmbedded()) {
            goesOnAfterARestart(from, events);
        }
    }

    private void goesOnAfterARestart(Instant from, int events) throws Exception {
        try (Running weir = Running.on(folder)) {
            Load load = new Load(weir.stack.endpoint());
            load.run(2, 10, 0);

            long all = (long) events + load.accepted();
            assertThat(Eventually.reaches(all, weir.lake::rows)).isEqualTo(all);
            assertThat(Eventually.reaches(all, () -> new Counts(weir.stack.endpoint(), from).sum("events_per_minute")))
                    .isEqualTo(all);
        }
    }

    private static int killRepeatedly(Running weir, Load load) {
        int kills = 0;
        for (int at = 100; at <= 900; at += 200) {
            while (load.started() < at) {
                LockSupport.parkNanos(1_000_000);
            }
            kills += weir.kill("lake-writer") ? 1 : 0;
            kills += weir.kill("counters") ? 1 : 0;
        }
        return kills;
    }

    private static Map<String, Integer> rowsByBatch(Running weir) throws Exception {
        return weir.lake.query("select batch_id, count(*) from bronze group by 1").stream()
                .collect(Collectors.toMap(
                        row -> row.get(0), row -> Integer.valueOf(row.get(1)), Integer::sum, TreeMap::new));
    }

    @Test
    @Tag("native-lake-writer")
    void putsAPoisonRecordAsideAndGoesOn() throws Exception {
        try (Running weir = Running.on(folder)) {
            weir.clients
                    .kinesis()
                    .putRecord(put -> put.streamName(Resources.STREAM)
                            .partitionKey("poison")
                            .data(SdkBytes.fromUtf8String("not one of ours")));
            new Load(weir.stack.endpoint()).run(2, 10, 0);

            assertThat(Eventually.reaches(10 * Load.BATCH, weir.lake::rows)).isEqualTo(10 * Load.BATCH);
            assertThat(Eventually.reaches(1, () -> (long)
                            weir.lake.keys(Resources.QUARANTINE_BUCKET, "").size()))
                    .isEqualTo(1);
            assertThat(weir.lake.keys(Resources.FAILED_BUCKET, "")).isEmpty();
        }
    }

    @Test
    @Tag("native-collector")
    void refusesHostileBodiesAndServesTheNextRequest() throws Exception {
        try (Running weir = Running.on(folder)) {
            assertThat(weir.collector.post(new byte[0], CLIENT_KEY).status()).isEqualTo(400);
            assertThat(weir.collector.post(bomb(), CLIENT_KEY).status()).isEqualTo(413);
            assertThat(weir.collector.post(text("[".repeat(10_000)), CLIENT_KEY).status())
                    .isEqualTo(400);
            assertThat(weir.collector
                            .post(text("{\"a\":1,\"a\":2}"), CLIENT_KEY)
                            .status())
                    .isEqualTo(400);
            assertThat(weir.collector
                            .post(new byte[] {'"', (byte) 0xff, '"'}, CLIENT_KEY)
                            .status())
                    .isEqualTo(400);
            assertThat(weir.collector
                            .post(text(" ".repeat(5_000_000)), CLIENT_KEY)
                            .status())
                    .isEqualTo(413);
            assertThat(weir.collector.post(text("[{}]"), "nobody").status()).isEqualTo(401);

            new Load(weir.stack.endpoint()).run(1, 1, 0);
        }
    }

    private static byte[] text(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /// A few hundred kilobytes that inflate to a gigabyte would; a sixteenth of it shows the same and is quicker made.
    private static byte[] bomb() throws Exception {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            for (int i = 0; i < 64; i++) {
                gzip.write(new byte[1024 * 1024]);
            }
        }
        return compressed.toByteArray();
    }
}
