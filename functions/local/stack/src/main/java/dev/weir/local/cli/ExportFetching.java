package dev.weir.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Asks for someone's events, fetches the file by its link, and says what is in it.
final class ExportFetching {

    @Mixin
    private PrivacyAsking asking = new PrivacyAsking();

    @Mixin
    private ScopeOption scope = new ScopeOption();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to put the file; it is not overwritten (TYPE-REQUEST.zip here).")
    private @Nullable Path out;

    int fetch(String type) throws Exception {
        if (out != null && Files.exists(out)) {
            throw new CannotDo(out + " is there already; choose another with --out");
        }
        JsonNode done = asking.ask(type, scope::into);
        asking.print("%s: %,d objects examined, %,d events"
                .formatted(
                        done.path("status").asText(),
                        done.path("objects_examined").asLong(),
                        done.path("events").asLong()));
        JsonNode export = done.path("export");
        if (export.path("state").asText().equals("ready")) {
            Path file = out == null ? Path.of(type + "-" + done.path("id").asText() + ".zip") : out;
            download(URI.create(export.path("url").asText()), file);
            list(file);
        }
        return asking.end(done);
    }

    private static void download(URI link, Path file) throws IOException, InterruptedException, CannotDo {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<Path> response = http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofFile(file));
            if (response.statusCode() != 200) {
                Files.deleteIfExists(file);
                throw new CannotDo("the link was answered with status " + response.statusCode());
            }
        }
    }

    private void list(Path file) throws IOException {
        asking.print("file " + file.toAbsolutePath());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                asking.print("  %s, %,d bytes".formatted(entry.getName(), entry.getSize()));
            }
        }
    }
}
