package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.core.catalog.Catalog;
import dev.weir.local.cli.Commands;
import dev.weir.local.samples.Collector;
import dev.weir.local.samples.Sample;
import dev.weir.local.samples.Samples;
import dev.weir.local.stack.EmbeddedServices;
import dev.weir.local.stack.StateFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The packaged functions behind a REST API, in a stack that is made from the templates of such an environment.
class RestTemplatesTest {

    private static final String EVENT = """
            {"event_id":"evt-gzip","event_name":"playback.started","client_timestamp":"2026-02-08T14:30:00Z",
             "session_id":"session-1","user_id":"user-r","platform":"web","market":"GB","consent":{"analytics":true},
             "properties":{"content_id":"vod_1","content_type":"vod","start_time_ms":500}}""";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void everyFunctionOfTheApiAnswersAsBehindAnHttpApi() throws Exception {
        assumeTrue(ServicesUnderTest.areEmbedded(), "it is about the templates, not about the services");
        ReviewedTemplates soon = ReviewedTemplates.of("firewall")
                .telling("WEIR_PRIVACY_SETTLE", "PT1S")
                .with(
                        "app",
                        "AWS::Lambda::EventSourceMapping",
                        mapping -> mapping.put("MaximumBatchingWindowInSeconds", 1));
        Instant from = Instant.now().minusSeconds(60);
        try (Running weir = Running.from(
                soon.templates(), folder, EmbeddedServices.start(Running.ARTIFACTS, new StateFolder(folder)))) {
            long accepted = samples(weir.collector);
            assertThat(send(weir.stack.endpoint(), "POST", gzip(EVENT))).returns(200, HttpResponse::statusCode);
            assertThat(send(weir.stack.endpoint(), "OPTIONS", new byte[0]))
                    .returns(204, HttpResponse::statusCode)
                    .matches(answer -> answer.headers()
                            .firstValue("access-control-allow-origin")
                            .isPresent());

            assertThat(Eventually.reaches(accepted + 1, weir.lake::rows)).isEqualTo(accepted + 1);
            assertThat(Eventually.reaches(
                            1, () -> new Counts(weir.stack.endpoint(), from).sum("playback_starts_per_minute")))
                    .isPositive();
            assertThat(Commands.run(
                            "privacy",
                            "erase",
                            "--product",
                            "ott-streaming",
                            "--user",
                            "user-r",
                            "--data",
                            folder.toString()))
                    .contains("complete: ")
                    .doesNotContain(" 0 rows removed");
        }
    }

    private static long samples(Collector collector) throws Exception {
        long accepted = 0;
        Path folder = Path.of(System.getProperty("weir.root"), "events-samples/ott-streaming");
        for (Sample sample : new Samples(Catalog.load().products().keySet()).in(folder)) {
            accepted += collector
                    .post(sample.body(), sample.writeKey().orElseThrow())
                    .body()
                    .path("accepted")
                    .asInt();
        }
        assertThat(accepted).isGreaterThan(50);
        return accepted;
    }

    private static HttpResponse<String> send(URI endpoint, String method, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve("/v1/events"))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .header("X-Write-Key", "local-ott-streaming-client")
                .header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "POST")
                .header("Content-Type", "application/json");
        if (body.length > 0) {
            request.header("Content-Encoding", "gzip");
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return compressed.toByteArray();
    }
}
