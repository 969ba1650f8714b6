package dev.weir.local.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// A collector that samples are sent to.
public final class Collector implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;

    public Collector(URI endpoint) {
        this.endpoint = endpoint;
    }

    /// The status and the JSON of an answer; missing where the answer has none.
    public record Answer(int status, JsonNode body) {}

    /// Posts a body to `/v1/events`, and asks for full receipts.
    public Answer post(byte[] body, String writeKey) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/v1/events?receipt=full"))
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .header("x-write-key", writeKey)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), json(response.body()));
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            return new JsonMapper().readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
