package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.local.cli.Commands;
import dev.weir.local.samples.Sample;
import dev.weir.local.samples.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// What people may ask for beside erasure, as they ask for it, with the packaged functions.
class RightsTest {

    private static final String PRODUCT = "ott-streaming";
    private static final String USER = "usr_k7bpdyvu";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    @Tag("native-privacy")
    void someoneIsHandedTheirEventsAndThenHeededAtTheDoor() throws Exception {
        assumeTrue(ServicesUnderTest.areEmbedded(), "evidence is read from the embedded S3's files");
        try (Running weir = Running.on(folder)) {
            int accepted = send(weir);
            Eventually.reaches(accepted, weir.lake::rows);
            Path zip = folder.resolve("mine.zip");

            String access = privacy("access", "--user", USER, "--out", zip.toString());

            assertThat(access).contains("complete: ", "events.ndjson, ", "events.csv, ", "readme.md, ");
            String events = entry(zip, "events.ndjson");
            assertThat(events).isNotEmpty().doesNotContain(USER);
            assertThat(entry(zip, "events.csv").lines().count())
                    .isEqualTo(events.lines().count() + 1);
            assertThat(Commands.run("privacy", "verify", evidence(access), "--data", folder.toString()))
                    .contains("access, complete", "signature and chain of 1 hold");

            assertThat(privacy("object", "--user", USER, "--purpose", "analytics"))
                    .contains("complete: ");
            assertThat(reasons(weir)).contains("no_consent_analytics").doesNotContain("restricted");
            assertThat(privacy("restrict", "--user", USER)).contains("complete: ");
            assertThat(reasons(weir)).contains("restricted");

            privacy("restrict", "--user", USER, "--withdraw");
            privacy("object", "--user", USER, "--withdraw");
            assertThat(send(weir)).isEqualTo(accepted);
        }
    }

    private String privacy(String command, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("privacy", command, "--product", PRODUCT, "--data", folder.toString()));
        arguments.addAll(List.of(more));
        return Commands.run(arguments.toArray(String[]::new));
    }

    private static String evidence(String output) {
        return output.strip().substring(output.strip().lastIndexOf("evidence ") + 9);
    }

    private static String entry(Path zip, String name) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return new String(file.getInputStream(file.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int send(Running weir) throws Exception {
        int accepted = 0;
        for (Sample sample : samples()) {
            accepted += answer(weir, sample).path("accepted").asInt();
        }
        return accepted;
    }

    private static Set<String> reasons(Running weir) throws Exception {
        Set<String> reasons = new TreeSet<>();
        for (Sample sample : samples()) {
            answer(weir, sample)
                    .path("results")
                    .forEach(result -> reasons.add(result.path("reason").asText()));
        }
        return reasons;
    }

    private static JsonNode answer(Running weir, Sample sample) throws Exception {
        return weir.collector
                .post(sample.body(), sample.writeKey().orElseThrow())
                .body();
    }

    private static List<Sample> samples() throws IOException {
        return new Samples(Catalog.load().products().keySet())
                .in(Path.of(System.getProperty("weir.root"), "events-samples", PRODUCT, "playback.started"));
    }
}
