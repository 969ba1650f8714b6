package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.privacy.CanaryRequests;
import dev.weir.local.samples.Collector;
import dev.weir.local.stack.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Unique secrets through the packaged functions: afterwards none is in an answer, the stream, the lake, the counters,
/// quarantine, or a log.
@DisabledIfSystemProperty(named = "weir.services", matches = "localstack", disabledReason = "reads the embedded state")
class CanaryPipelineTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void leavesNoSecretAnywhereBehindTheDoor() throws Exception {
        CanaryRequests canaries = CanaryRequests.all();
        Map<String, String> texts = new TreeMap<>();
        try (Running weir = Running.on(folder)) {
            int accepted = 0;
            for (CanaryRequests.Request request : canaries.requests()) {
                Collector.Answer answer = weir.collector.post(
                        request.body(),
                        "local-" + request.product() + "-" + request.source().label());
                accepted += answer.body().path("accepted").asInt();
                texts.put("answer " + texts.size(), answer.status() + " " + answer.body());
            }
            assertThat(accepted).isGreaterThan(300);
            assertThat(Eventually.reaches(accepted, weir.lake::rows)).isEqualTo(accepted);
            rows(weir, texts);
            texts.putAll(remains(weir));
            for (String bucket : List.of(Resources.QUARANTINE_BUCKET, Resources.FAILED_BUCKET)) {
                assertThat(weir.lake.keys(bucket, "")).isEmpty();
            }
        }
        files(texts);

        assertThat(texts).hasSizeGreaterThan(300);
        List<String> leaks = new ArrayList<>();
        texts.forEach((name, text) ->
                CanaryRequests.found(canaries.secrets(), text).forEach(secret -> leaks.add(secret + " in " + name)));
        assertThat(leaks).isEmpty();
    }

    private static Map<String, String> remains(Running weir) throws IOException {
        Map<String, String> texts =
                new Remains(weir.clients).withStream().withTables().texts();
        // Or nothing would be found because nothing was read.
        assertThat(texts).anySatisfy((name, text) -> {
            assertThat(name).startsWith("stream");
            assertThat(text).contains("playback.started");
        });
        assertThat(texts).anySatisfy((name, text) -> {
            assertThat(name).startsWith("table " + Resources.INTAKE_TABLE);
            assertThat(text).contains("\"status\":\"accepted\"");
        });
        return texts;
    }

    private static void rows(Running weir, Map<String, String> texts) throws Exception {
        weir.lake
                .query("select * from bronze")
                .forEach(row -> texts.put("row " + texts.size(), String.join("\n", row)));
    }

    /// Everything that the stack has written, as it lies: logs and metrics in them, tables, quarantine, failed batches.
    private void files(Map<String, String> texts) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                texts.put("file " + file, file + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }
}
