package dev.weir.local.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/// Takes one request from the connection to its answer. A client that hangs up ends its own
/// exchange only.
record Door(Routes routes, Cors cors, Integration integration, OpeningHours hours) implements HttpHandler {

    /// After an early answer this much of the body is still taken off the connection and thrown away, so that
    /// the client can read the answer before the connection is closed.
    private static final long LINGER = 64L * 1024 * 1024;

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (hours.enter()) {
                try {
                    send(exchange, answer(exchange));
                } finally {
                    hours.leave();
                }
            } else {
                send(exchange, Problems.closing());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException, InterruptedException {
        if (Request.isHeadTooLarge(exchange)) {
            return Problems.headersTooLarge();
        }
        String method = exchange.getRequestMethod();
        if (cors.isPreflight(method, exchange.getRequestHeaders())) {
            cors.decoratePreflight(exchange.getRequestHeaders(), exchange.getResponseHeaders());
            return new Answer(204, Map.of(), new byte[0]);
        }
        return switch (routes.match(method, exchange.getRequestURI().getRawPath())) {
            case Match.Found found -> answer(exchange, found);
            case Match.OtherMethods(var allowed)
            when method.equals("OPTIONS") ->
                new Answer(204, Map.of(), new byte[0]).with("Allow", String.join(", ", allowed));
            case Match.OtherMethods(var allowed) -> Problems.methodNotAllowed(allowed);
            case Match.Unknown _ -> Problems.notFound();
        };
    }

    private Answer answer(HttpExchange exchange, Match.Found found) throws IOException, InterruptedException {
        if (announced(exchange) > Request.LARGEST_BODY) {
            return Problems.tooLarge();
        }
        byte[] body = exchange.getRequestBody().readNBytes(Request.LARGEST_BODY + 1);
        return body.length > Request.LARGEST_BODY
                ? Problems.tooLarge()
                : integration.answer(Request.of(exchange, body), found);
    }

    private static long announced(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        // The server has refused a length that is not a number.
        return length == null ? 0 : Long.parseLong(length.strip());
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        answer.headers().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
        if (answer.status() == 413 || answer.status() == 431) {
            headers.set("Connection", "close");
        }
        if (!exchange.getRequestMethod().equals("OPTIONS")) {
            cors.decorate(exchange.getRequestHeaders(), headers);
        }
        byte[] body = answer.body();
        boolean silent = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        exchange.sendResponseHeaders(answer.status(), silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        }
        discard(exchange.getRequestBody());
    }

    private static void discard(InputStream rest) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long discarded = 0;
        for (int read = rest.read(buffer); read >= 0 && discarded < LINGER; read = rest.read(buffer)) {
            discarded += read;
        }
    }
}
