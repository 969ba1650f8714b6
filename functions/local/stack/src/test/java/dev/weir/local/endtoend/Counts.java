package dev.weir.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;

/// Reads counters as a dashboard does.
record Counts(URI endpoint, Instant from) {

    long sum(String counter) throws IOException, InterruptedException {
        JsonNode answer = get(counter);
        long sum = 0;
        for (JsonNode point : answer.path("points")) {
            sum += point.path("count").asLong();
        }
        return sum;
    }

    private JsonNode get(String counter) throws IOException, InterruptedException {
        URI uri = endpoint.resolve(
                "/v1/counters/ott-streaming/" + counter + "?from=" + from + "&to=" + from.plusSeconds(3600));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(uri)
                            .header("x-write-key", "local-ott-streaming-server")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError("the counters answered " + answer.statusCode());
            }
            return new JsonMapper().readTree(answer.body());
        }
    }
}
