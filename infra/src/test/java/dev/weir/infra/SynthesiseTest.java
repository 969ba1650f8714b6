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

    @Test
    void refusesIssuersThatTheCollectorWouldNotStartWith() throws IOException {
        Path typo = environment("ott-streeming");

        assertThatThrownBy(() -> release(typo))
                .hasMessage("issuers: product: must be one of ott-streaming, tenant-telemetry, thedata,"
                        + " unofficial-communities, video-window");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void handsIssuersOnAsTheyAre() throws IOException {
        release(environment("ott-streaming"));

        assertThat(folder.resolve("out/issuers.json"))
                .content()
                .contains("\"issuer\":\"https://login.example.com/\"")
                .contains("\"product\":\"ott-streaming\"");
    }

    /// The environment to try Weir in, with an issuer.
    private Path environment(String product) throws IOException {
        String trial = Files.readString(ROOT.resolve("infra/environments/trial.yaml"));
        return Files.writeString(folder.resolve("trial.yaml"), trial.replace("issuers: []", """
                issuers:
                  - issuer: https://login.example.com/
                    jwks: https://login.example.com/keys
                    audiences: [app]
                    algorithms: [RS256]
                    product: %s
                    tenant: acme
                    source: client
                """.formatted(product)));
    }

    private void release() throws IOException {
        release(ROOT.resolve("infra/environments/trial.yaml"));
    }

    private void release(Path environment) throws IOException {
        Synthesise.release(
                environment,
                folder.resolve("packages"),
                ROOT.resolve("schemas/target/derived/athena"),
                folder.resolve("out"));
    }
}
