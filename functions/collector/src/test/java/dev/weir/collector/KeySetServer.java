package dev.weir.collector;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// An issuer's key set over HTTP on loopback, which counts how often it is asked.
final class KeySetServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile CountDownLatch goesOn = new CountDownLatch(0);
    private volatile Reply reply = new Reply(200, Map.of(), "{\"keys\":[]}");

    record Reply(int status, Map<String, String> headers, String body) {}

    private KeySetServer(HttpServer server) {
        this.server = server;
    }

    static KeySetServer start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            KeySetServer server = new KeySetServer(http);
            http.setExecutor(server.threads);
            http.createContext("/", exchange -> {
                server.asked.incrementAndGet();
                Reply now = server.reply;
                byte[] body = now.body().getBytes(StandardCharsets.UTF_8);
                now.headers()
                        .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
                exchange.sendResponseHeaders(now.status(), body.length == 0 ? -1 : body.length);
                try (exchange;
                        var out = exchange.getResponseBody()) {
                    out.write(body, 0, body.length / 2);
                    out.flush();
                    server.goesOn.await();
                    out.write(body, body.length / 2, body.length - body.length / 2);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
    }

    KeySetServer serves(Signer... signers) {
        return answers(200, Signer.keySet(signers));
    }

    KeySetServer answers(int status, String body) {
        return answers(status, Map.of(), body);
    }

    KeySetServer answers(int status, Map<String, String> headers, String body) {
        reply = new Reply(status, headers, body);
        return this;
    }

    KeySetServer isDown() {
        return answers(503, "");
    }

    /// Sends half an answer, and the rest when it is closed.
    KeySetServer stallsInTheBody() {
        goesOn = new CountDownLatch(1);
        return this;
    }

    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        goesOn.countDown();
        server.stop(0);
        threads.close();
    }
}
