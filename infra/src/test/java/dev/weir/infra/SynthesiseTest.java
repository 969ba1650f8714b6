package dev.weir.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a release has for an environment.
class SynthesiseTest {

    private static final Path ROOT = Path.of(System.getProperty("weir.root"));
    private static final int MOST_FROM_A_BUCKET = 1_000_000;

    @TempDir
    private Path folder;

    @BeforeEach
    void packages() throws IOException {
        Files.createDirectories(folder.resolve("packages"));
        for (String name :
                List.of("collector", "surge", "lake-writer", "counters", "compactor", "privacy", "retention")) {
            Files.writeString(folder.resolve("packages/" + name + "-arm64-0123456789abcdef.zip"), "");
        }
    }

    @Test
    void hasSmallTemplatesAndWhatTheCommandsMustKnow() throws IOException {
        release();

        try (var files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "releases.json",
                            "data.json",
                            "app.json",
                            "observability.json",
                            "issuers.json",
                            "environment");
        }
        assertThat(folder.resolve("out/environment")).hasContent("name=trial\nregion=eu-central-1\n");
        assertThat(folder.resolve("out/issuers.json")).hasContent("{\"issuers\":[]}");
        assertThat(Files.size(folder.resolve("out/data.json"))).isLessThan(MOST_FROM_A_BUCKET);
        assertThat(Files.readAllLines(folder.resolve("out/app.json"))).hasSize(1);
    }

    @Test
    void deploysThePackagesOfTheReleaseThatTheEnvironmentUses() throws IOException {
        release();

        JsonNode app = new JsonMapper().readTree(folder.resolve("out/app.json").toFile());
        assertThat(app.findValuesAsText("S3Key"))
                .containsOnly(
                        "functions/collector-arm64-0123456789abcdef.zip",
                        "functions/lake-writer-arm64-0123456789abcdef.zip",
                        "functions/counters-arm64-0123456789abcdef.zip",
                        "functions/compactor-arm64-0123456789abcdef.zip",
                        "functions/privacy-arm64-0123456789abcdef.zip",
                        "functions/retention-arm64-0123456789abcdef.zip");
    }

    @Test
    void saysWhichPackageIsMissing() throws IOException {
        Files.delete(folder.resolve("packages/counters-arm64-0123456789abcdef.zip"));

        assertThatThrownBy(this::release).hasMessageContaining("the package of 'counters' is missing");
    }

    private void release() throws IOException {
        Synthesise.release(
                ROOT.resolve("infra/environments/trial.yaml"),
                folder.resolve("packages"),
                ROOT.resolve("schemas/target/derived/athena"),
                folder.resolve("out"));
    }
}
