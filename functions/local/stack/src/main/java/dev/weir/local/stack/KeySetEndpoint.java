package dev.weir.local.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.weir.local.emulators.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Where functions fetch the local issuer's keys, as they would from an identity provider: loopback, any free port.
final class KeySetEndpoint implements AutoCloseable {

    private static final String PATH = "/.well-known/jwks.json";

    private final HttpServer server;

    private KeySetEndpoint(HttpServer server) {
        this.server = server;
    }

    static KeySetEndpoint start(LocalIssuer issuer) throws IOException {
        byte[] keys = issuer.keySet().getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(Loopback.address(0), 0);
        server.createContext(PATH, exchange -> answer(exchange, keys));
        server.start();
        return new KeySetEndpoint(server);
    }

    private static void answer(HttpExchange exchange, byte[] keys) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("content-type", "application/jwk-set+json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
        }
    }

    URI uri() {
        return Loopback.endpoint(server.getAddress().getPort()).resolve(PATH);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
