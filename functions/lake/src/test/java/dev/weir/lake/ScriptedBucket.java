package dev.weir.lake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A bucket that gives one answer after the other, to a client that does not try again, and knows what it was asked.
final class ScriptedBucket implements AutoCloseable {

    final Deque<Answer> script = new ArrayDeque<>();
    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final WiredBucket bucket;

    ScriptedBucket() throws IOException {
        this.bucket =
                WiredBucket.answering(this::answer, config -> config.retryStrategy(retry -> retry.maxAttempts(1)));
    }

    record Answer(int status, String body) {}

    record Asked(
            String method,
            String uri,
            @Nullable String ifMatch,
            @Nullable String range,
            String body) {}

    S3Objects objects() {
        return bucket.objects();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("If-Match"),
                    exchange.getRequestHeaders().getFirst("Range"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Answer answer = script.remove();
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        bucket.close();
    }
}
