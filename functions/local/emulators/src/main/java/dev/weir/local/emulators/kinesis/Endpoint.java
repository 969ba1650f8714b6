package dev.weir.local.emulators.kinesis;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One HTTP request: an action by its target header, a body in either encoding, an error by name.
final class Endpoint implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(Endpoint.class.getName());
    private static final int MAX_BODY = 16 << 20;

    private final Api api;

    Endpoint(Api api) {
        this.api = api;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Wire wire = Wire.of(header(exchange, "Content-Type"));
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                error(exchange, wire, 413, "RequestEntityTooLarge", "The body is too large.");
                return;
            }
            answer(exchange, wire, body);
        }
    }

    private void answer(HttpExchange exchange, Wire wire, byte[] body) throws IOException {
        try {
            send(exchange, wire, 200, perform(exchange, wire, body));
        } catch (Refusal refusal) {
            error(exchange, wire, 400, refusal.code(), refusal.reason());
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "Kinesis failed a request", failure);
            error(exchange, wire, 500, "InternalFailure", "The request failed.");
        }
    }

    private Map<String, Object> perform(HttpExchange exchange, Wire wire, byte[] body) {
        return api.action(header(exchange, "X-Amz-Target")).apply(wire.read(body));
    }

    private static void error(HttpExchange exchange, Wire wire, int status, String code, String message)
            throws IOException {
        exchange.getResponseHeaders().set("x-amzn-errortype", code);
        send(exchange, wire, status, Map.of("__type", code, "message", message));
    }

    private static void send(HttpExchange exchange, Wire wire, int status, Map<String, Object> answer)
            throws IOException {
        byte[] body = wire.write(answer);
        exchange.getResponseHeaders().set("Content-Type", wire.contentType());
        exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static @Nullable String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }
}
