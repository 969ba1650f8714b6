package dev.weir.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The start script of a function, against a bucket on loopback.
class BootstrapTest {

    @TempDir
    private Path folder;

    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private HttpServer bucket;

    @BeforeEach
    void start() throws IOException {
        bucket = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bucket.createContext("/", exchange -> {
            signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            boolean there = !exchange.getRequestURI().getPath().contains("missing");
            byte[] body = "{\"of\":\"the bucket\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(there ? 200 : 403, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        bucket.start();
        Files.copy(Path.of(System.getProperty("weir.root"), "infra/package/bootstrap"), folder.resolve("bootstrap"));
        Files.writeString(folder.resolve("function"), "#!/bin/bash\necho started \"$@\"\n");
        Files.setPosixFilePermissions(folder.resolve("bootstrap"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(folder.resolve("function"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void stop() {
        bucket.stop(0);
    }

    @Test
    void fetchesTheFilesAndBecomesTheFunction() throws Exception {
        Started started = start("write-keys.json issuers.json");

        assertThat(started).isEqualTo(new Started(0, "started one\n"));
        assertThat(folder.resolve("settings/write-keys.json")).hasContent("{\"of\":\"the bucket\"}");
        assertThat(folder.resolve("settings/issuers.json")).exists();
        assertThat(signatures).hasSize(2).allMatch(signature -> signature.contains("eu-central-1/s3/aws4_request"));
    }

    @Test
    void keepsTheFilesFromOthers() throws Exception {
        start("write-keys.json");

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("settings/write-keys.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void doesNotStartWithoutAFile() throws Exception {
        Started started = start("write-keys.json missing.json");

        assertThat(started.status()).isEqualTo(1);
        assertThat(started.output())
                .contains("cannot start: cannot fetch missing.json: the bucket of settings answered 403")
                .doesNotContain("started");
    }

    @Test
    void needsNoBucketWithoutFiles() throws Exception {
        bucket.stop(0);

        assertThat(start("")).isEqualTo(new Started(0, "started one\n"));
    }

    record Started(int status, String output) {}

    private Started start(String files) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(folder.resolve("bootstrap").toString(), "one");
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());
        builder.environment()
                .putAll(Map.of(
                        "AWS_REGION", "eu-central-1",
                        "AWS_ACCESS_KEY_ID", "id",
                        "AWS_SECRET_ACCESS_KEY", "secret",
                        "AWS_SESSION_TOKEN", "token",
                        "WEIR_SETTINGS_FILES", files,
                        "WEIR_SETTINGS_BUCKET", "unused",
                        "WEIR_SETTINGS_FOLDER", folder.resolve("settings").toString(),
                        "WEIR_SETTINGS_ENDPOINT",
                                "http://127.0.0.1:" + bucket.getAddress().getPort()));
        Process process = builder.start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Started(process.waitFor(), Files.readString(folder.resolve("out")));
    }
}
