package dev.weir.collector;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Gets key sets over HTTP: within 8 seconds in all, for a new process with little CPU needs some of them for TLS
/// alone; of at most 256 KB; from where it was told and nowhere else, for redirects are not followed.
final class KeySetClient {

    static final int MOST_BYTES = 256 * 1024;

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ALL = Duration.ofSeconds(8);

    private final Duration patience;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    KeySetClient() {
        this(ALL);
    }

    /// @param patience how long a whole answer may take
    KeySetClient(Duration patience) {
        this.patience = patience;
    }

    /// @throws IOException if there is no key set to be had, which says why in words that quote nothing
    KeySet get(URI uri) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(patience)
                .header("accept", "application/jwk-set+json, application/json")
                .build();
        HttpResponse<byte[]> response =
                await(http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES)));
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        try {
            return KeySet.parse(new String(response.body(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new IOException("the answer " + e.getMessage(), e);
        }
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer) throws IOException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new IOException("no whole answer within " + patience.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }
}
