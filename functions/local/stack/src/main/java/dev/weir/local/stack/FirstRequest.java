package dev.weir.local.stack;

import dev.weir.local.emulators.CannotStart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// Asks the collector for its health, so that `ready` is said when a request will be served, and the function's cold
/// start is over. On a busy machine that may take longer than the HTTP API waits, so a 503 or 504 is asked again.
final class FirstRequest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Set<Integer> NOT_YET = Set.of(503, 504);

    private FirstRequest() {}

    static void await(URI endpoint, Path logs) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = status(client, endpoint);
            while (NOT_YET.contains(status) && System.nanoTime() < deadline) {
                LockSupport.parkNanos(PAUSE.toNanos());
                status = status(client, endpoint);
            }
            if (status != 200) {
                throw new CannotStart("the collector is not healthy (" + status + "); see its log in " + logs);
            }
        }
    }

    private static int status(HttpClient client, URI endpoint) throws IOException, InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(endpoint.resolve("/health"))
                .timeout(PATIENCE)
                .build();
        return client.send(health, BodyHandlers.discarding()).statusCode();
    }
}
