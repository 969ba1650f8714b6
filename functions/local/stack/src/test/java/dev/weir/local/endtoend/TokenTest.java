package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.local.cli.Commands;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Access tokens by the packaged collector: the key set is fetched, and the signature is checked.
class TokenTest {

    private static final Path SAMPLE = Path.of(
            System.getProperty("weir.root"), "events-samples/ott-streaming/playback.started/accepted.request.json");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    @Tag("native-collector")
    void aTokenOfTheProductIsTakenAndOneThatHasExpiredIsNot() throws Exception {
        try (Running weir = Running.on(folder)) {
            HttpResponse<String> taken = post(weir, token());

            assertThat(taken.statusCode()).isEqualTo(200);
            assertThat(taken.body()).contains("\"accepted\":1");
            assertThat(post(weir, token("--expires=-PT1H")).statusCode()).isEqualTo(401);
        }
    }

    private String token(String... options) {
        String[] command = new String[options.length + 5];
        System.arraycopy(
                new String[] {"token", "--product", "ott-streaming", "--data", folder.toString()}, 0, command, 0, 5);
        System.arraycopy(options, 0, command, 5, options.length);
        return Commands.run(command).strip();
    }

    private static HttpResponse<String> post(Running weir, String token) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(weir.stack.endpoint().resolve("/v1/events"))
                    .header("authorization", "Bearer " + token)
                    .header("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                    .POST(BodyPublishers.ofFile(SAMPLE))
                    .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
