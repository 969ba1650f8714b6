package dev.weir.local.stack;

import dev.weir.local.emulators.CannotStart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/// Asks the collector for its health once, so that `ready` is said when a request will be served, and the function's
/// cold start is over.
final class FirstRequest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private FirstRequest() {}

    static void await(URI endpoint, Path logs) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest health = HttpRequest.newBuilder(endpoint.resolve("/health"))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<Void> answer = client.send(health, BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                throw new CannotStart("the collector is not healthy (" + answer.statusCode() + "); see "
                        + logs.resolve("collector.log"));
            }
        }
    }
}
