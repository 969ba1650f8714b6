package dev.weir.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.local.stack.LocalKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Asks a running stack about privacy, with the local privacy key of a product.
final class PrivacyClient implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;
    private final String product;

    PrivacyClient(URI endpoint, String product) {
        this.endpoint = endpoint;
        this.product = product;
    }

    /// Makes a request.
    ///
    /// @throws CannotDo if it is refused; the message says why
    JsonNode open(JsonNode request) throws IOException, InterruptedException, CannotDo {
        return send(HttpRequest.newBuilder(endpoint.resolve("/v1/privacy/requests"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(request.toString())));
    }

    /// How far a request is.
    JsonNode status(String id) throws IOException, InterruptedException, CannotDo {
        return send(HttpRequest.newBuilder(endpoint.resolve("/v1/privacy/requests/" + id)));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException, CannotDo {
        HttpResponse<String> response = http.send(
                request.header("X-Write-Key", LocalKeys.privacyKey(product)).build(), BodyHandlers.ofString());
        JsonNode answer = new JsonMapper().readTree(response.body());
        if (response.statusCode() / 100 != 2) {
            throw new CannotDo(answer.path("detail").asText("refused with status " + response.statusCode()));
        }
        return answer;
    }

    @Override
    public void close() {
        http.close();
    }
}
