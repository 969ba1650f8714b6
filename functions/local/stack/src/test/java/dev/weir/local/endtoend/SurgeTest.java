package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.local.samples.Collector.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A stream that refuses everything for a while, with the packaged functions: nothing is lost, and nothing is there
/// twice.
class SurgeTest {

    private static final int BATCHES = 3;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    @Tag("native-surge")
    void whatAThrottledStreamRefusesIsQueryableExactlyOnceAfterwards() throws Exception {
        assumeTrue(ServicesUnderTest.areEmbedded(), "only the embedded stream can be told to refuse");
        try (Running weir = Running.on(folder)) {
            // Functions start with their first work; that is not what is measured here.
            assertThat(send(weir, 0).status()).isEqualTo(200);
            Eventually.reaches(1, weir.lake::rows);
            assertThat(Eventually.reaches(1, weir.lake::rows)).isEqualTo(1);

            Path throttled = Files.createFile(folder.resolve("kinesis/throttled"));
            for (int batch = 1; batch <= BATCHES; batch++) {
                Answer answer = send(weir, batch);

                assertThat(answer.status()).isEqualTo(202);
                assertThat(answer.body().path("stream").asText()).isEqualTo("queued");
                assertThat(answer.body().path("accepted").asInt()).isEqualTo(1);
            }
            assertThat(weir.lake.rows()).isEqualTo(1);

            Files.delete(throttled);

            assertThat(Eventually.reaches(1 + BATCHES, weir.lake::rows)).isEqualTo(1 + BATCHES);
            assertThat(weir.lake.query("select event_id, count(*) from bronze group by 1 order by 1"))
                    .containsExactly(
                            List.of("surge-0", "1"),
                            List.of("surge-1", "1"),
                            List.of("surge-2", "1"),
                            List.of("surge-3", "1"));
        }
    }

    private static Answer send(Running weir, int batch) throws Exception {
        String event = """
                {"event_id":"surge-%d","event_name":"playback.started","session_id":"session-1","market":"US",
                 "platform":"web","properties":{"content_id":"vod_1","content_type":"vod"}}""".formatted(batch);
        return weir.collector.post(event.getBytes(StandardCharsets.UTF_8), "local-ott-streaming-client");
    }
}
