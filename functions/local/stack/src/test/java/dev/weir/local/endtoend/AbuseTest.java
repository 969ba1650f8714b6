package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.weir.core.intake.WriteKeys;
import dev.weir.local.stack.Resources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What the packaged collector and the table make of pages, beacons, batches that come again, and senders of too much.
class AbuseTest {

    private static final String PAGE = "https://app.example.com";
    private static final String CLIENT_KEY = "local-ott-streaming-client";
    private static final int MOST_SHARDS = 16;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void aPageMaySendABatchIsStoredOnceAndTooMuchIsRefused() throws Exception {
        if (!ServicesUnderTest.areEmbedded() && !DockerClientFactory.instance().isDockerAvailable()) {
            abort("no Docker");
        }
        try (Running weir = Running.on(folder);
                HttpClient http = HttpClient.newHttpClient()) {
            URI events = weir.stack.endpoint().resolve("/v1/events");

            asksFirst(http, events);
            sendsABeacon(http, events);
            sendsABatchOftenAndAtOnce(http, events);
            assertThat(Eventually.reaches(2, weir.lake::rows)).isEqualTo(2);
            isRefusedOnceOthersHaveTakenAll(http, events, weir);
        }
    }

    private static void asksFirst(HttpClient http, URI events) throws Exception {
        HttpResponse<String> preflight = http.send(
                HttpRequest.newBuilder(events)
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Origin", PAGE)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "x-write-key,idempotency-key")
                        .build(),
                BodyHandlers.ofString());

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().allValues("Access-Control-Allow-Origin")).containsExactly(PAGE);
        assertThat(preflight.headers().allValues("Access-Control-Allow-Headers"))
                .containsExactly("x-write-key,idempotency-key");
    }

    private static void sendsABeacon(HttpClient http, URI events) throws Exception {
        HttpResponse<String> beacon = http.send(
                HttpRequest.newBuilder(URI.create(events + "?write_key=" + CLIENT_KEY))
                        .header("Content-Type", "text/plain;charset=UTF-8")
                        .header("Origin", PAGE)
                        .POST(BodyPublishers.ofString(event("beacon-1")))
                        .build(),
                BodyHandlers.ofString());

        assertThat(beacon.statusCode()).isEqualTo(200);
        assertThat(beacon.body()).contains("\"accepted\":1");
        assertThat(beacon.headers().allValues("Access-Control-Expose-Headers")).containsExactly("Retry-After");
    }

    private static void sendsABatchOftenAndAtOnce(HttpClient http, URI events) throws Exception {
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sent.add(http.sendAsync(named(events), BodyHandlers.ofString()));
        }
        List<HttpResponse<String>> answers =
                sent.stream().map(CompletableFuture::join).toList();
        HttpResponse<String> last = http.send(named(events), BodyHandlers.ofString());

        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(answers).allMatch(answer -> answer.statusCode() == 200 || answer.statusCode() == 409);
        assertThat(new HashSet<>(answers.stream()
                        .filter(answer -> answer.statusCode() == 200)
                        .map(HttpResponse::body)
                        .toList()))
                .containsExactly(last.body());
    }

    /// The items say that other instances have taken what there was for the next hour.
    private static void isRefusedOnceOthersHaveTakenAll(HttpClient http, URI events, Running weir) throws Exception {
        String account = WriteKeys.hash(WriteKeys.hash("local-ott-streaming-server"));
        String anHourOn = Long.toString(Instant.now().plusSeconds(3_600).toEpochMilli() * 1_000);
        for (int shard = 0; shard < MOST_SHARDS; shard++) {
            Map<String, AttributeValue> item = Map.of(
                    "pk", AttributeValue.fromS("rate#" + account + "#" + shard),
                    "version", AttributeValue.fromS("others"),
                    "expires_at", AttributeValue.fromN(anHourOn),
                    "requests_at", AttributeValue.fromN(anHourOn),
                    "events_at", AttributeValue.fromN(anHourOn));
            weir.clients
                    .dynamoDb()
                    .putItem(put -> put.tableName(Resources.INTAKE_TABLE).item(item));
        }

        HttpResponse<String> refused = send(http, events);
        for (int i = 0; i < 50 && refused.statusCode() == 200; i++) {
            refused = send(http, events);
        }

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("urn:weir:problem:too-many-requests");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(3_000L, 3_600L);
    }

    private static HttpResponse<String> send(HttpClient http, URI events) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(events)
                        .header("X-Write-Key", "local-ott-streaming-server")
                        .POST(BodyPublishers.ofString("[{}]"))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest named(URI events) {
        return HttpRequest.newBuilder(events)
                .header("X-Write-Key", CLIENT_KEY)
                .header("Idempotency-Key", "\"batch-1\"")
                .POST(BodyPublishers.ofString(event("named-1")))
                .build();
    }

    private static String event(String id) {
        return """
                {"event_id":"%s","event_name":"playback.started","session_id":"session-1","market":"US",
                 "platform":"web","properties":{"content_id":"vod_1","content_type":"vod"}}""".formatted(id);
    }
}
