package dev.weir.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys that `infra/ops keys create` does not make, because the functions would not take them, or would not start.
class KeyRulesTest {

    @TempDir
    private Path folder;

    private Ops ops;

    @BeforeEach
    void noKeys() throws IOException {
        ops = Ops.in(folder);
        ops.knows("ott-streaming");
        ops.stores("write-keys.json", "{\"keys\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ott-streeming", "events", "../athena/thedata", "*", "none", ""})
    void refusesAProductThatTheReleaseLacksAndSaysWhichItHas(String product) throws Exception {
        Files.writeString(folder.resolve("dist/athena/events.sql"), "create or replace view events as select 1;\n");

        Ops.Run run = ops.run("keys", "create", "production", product, "client");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("ott-streaming thedata").doesNotContain(" events ");
        assertThat(ops.calls()).isEmpty();
    }

    @Test
    void theReleasesProductsAreThoseOfTheCatalog() throws Exception {
        Path root = Path.of(System.getProperty("weir.root"));
        Path athena = folder.resolve("dist/athena");
        for (Path file : files(athena)) {
            Files.delete(file);
        }
        for (Path file : files(root.resolve("schemas/target/derived/athena"))) {
            Files.copy(file, athena.resolve(file.getFileName()));
        }
        String products = files(root.resolve("schemas")).stream()
                .filter(product -> Files.exists(product.resolve("product.yaml")))
                .map(product -> product.getFileName().toString())
                .collect(Collectors.joining(" "));

        assertThat(ops.run("keys", "create", "production").errors()).contains("has: " + products + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "app.example.com",
                "https://App.example.com",
                "HTTPS://app.example.com",
                "https://app.example.com/",
                "https://app.example.com/path",
                "https://app.example.com:",
                "https://app.example.com:080",
                "https://user@app.example.com",
                "ftp://app.example.com",
                "https://*",
                "https://*.com",
                "https://a*.example.com",
                "https://*.*.example.com",
                "https://app_1.example.com",
                "https://-app.example.com",
                "https://app..example.com",
                "https://127.0.0.256",
                "https://*.127.0.0.1",
                "https://a.example\",\"https://b.example"
            })
    void refusesAnOriginThatTheCollectorWouldNotStartWith(String origin) throws Exception {
        Ops.Run run = ops.run("keys", "create", "production", "thedata", "client", "--origin", origin);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("is not an origin such as https://app.example.com", "in lower case");
        assertThat(ops.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com",
                "https://*.example.com:8443",
                "http://localhost:3000",
                "http://127.0.0.1",
                "https://a-1.3d.example"
            })
    void takesAnOriginThatABrowserSends(String origin) throws Exception {
        Ops.Run run = ops.run("keys", "create", "production", "thedata", "client", "--origin", origin);

        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(ops.stored("write-keys.json")).contains("\"origins\":[\"" + origin + "\"]");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
