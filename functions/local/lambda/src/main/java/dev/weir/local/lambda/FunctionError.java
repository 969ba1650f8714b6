package dev.weir.local.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/// The error that a function reports: JSON by convention, and its type in a header as well.
final class FunctionError {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TYPE = "Lambda-Runtime-Function-Error-Type";
    private static final int LARGEST = 1024 * 1024;

    private FunctionError() {}

    /// Whether a response is marked as an error, as streamed responses may be.
    static boolean isMarked(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst(TYPE) != null;
    }

    static Invocation.Failed read(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst(TYPE);
        JsonNode body = parse(exchange.getRequestBody().readNBytes(LARGEST));
        return new Invocation.Failed(
                body.path("errorType").asText(type == null ? "Unhandled" : type),
                body.path("errorMessage").asText(""));
    }

    private static JsonNode parse(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
