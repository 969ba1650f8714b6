package dev.weir.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/// Invokes functions of a running stack.
final class LambdaClient implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;

    LambdaClient(URI endpoint) {
        this.endpoint = endpoint;
    }

    /// The function's answer.
    ///
    /// @throws CannotDo if it failed; the message says what the function said
    JsonNode invoke(String function, JsonNode payload) throws IOException, InterruptedException, CannotDo {
        HttpRequest request = HttpRequest.newBuilder(
                        endpoint.resolve("/2015-03-31/functions/" + function + "/invocations"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(payload.toString()))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        JsonNode answer = new JsonMapper().readTree(response.body());
        if (response.statusCode() != 200
                || response.headers().firstValue("X-Amz-Function-Error").isPresent()) {
            throw new CannotDo(function + " failed: "
                    + answer.path("errorMessage").asText("no reason given") + "; its log has more");
        }
        return answer;
    }

    @Override
    public void close() {
        http.close();
    }
}
