package dev.weir.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weir.local.lambda.Invocation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorsTest {

    private static final CorsSettings SETTINGS = new CorsSettings(
            List.of("https://app.example"),
            List.of("POST"),
            List.of("authorization", "content-type"),
            List.of("retry-after"),
            Duration.ofHours(1),
            false);

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger invoked = new AtomicInteger();
    private HttpApi api;

    @BeforeEach
    void open() throws IOException {
        String answer = "{\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":\"*\"},\"body\":\"\"}";
        List<Route> routes = List.of(new Route("POST", "/v1/events", "collector"));
        api = HttpApi.start(
                0,
                routes,
                (_, _) -> {
                    invoked.incrementAndGet();
                    return new Invocation.Answered(answer.getBytes(StandardCharsets.UTF_8));
                },
                SETTINGS);
    }

    @AfterEach
    void close() {
        api.close();
        client.close();
    }

    @Test
    void answersAPreflightWithoutTheFunction() throws Exception {
        HttpResponse<String> response = send(request("https://app.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(header(response, "Access-Control-Allow-Origin")).containsExactly("https://app.example");
        assertThat(header(response, "Access-Control-Allow-Methods")).containsExactly("POST");
        assertThat(header(response, "Access-Control-Allow-Headers")).containsExactly("authorization,content-type");
        assertThat(header(response, "Access-Control-Max-Age")).containsExactly("3600");
        assertThat(invoked).hasValue(0);
    }

    @Test
    void tellsAnUnknownOriginNothing() throws Exception {
        HttpResponse<String> response = send(request("https://other.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(response.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }

    @Test
    void replacesWhatTheFunctionSays() throws Exception {
        HttpResponse<String> response = send(request("https://app.example").POST(BodyPublishers.ofString("{}")));

        assertThat(header(response, "Access-Control-Allow-Origin")).containsExactly("https://app.example");
        assertThat(header(response, "Access-Control-Expose-Headers")).containsExactly("retry-after");
    }

    @Test
    void refusesCredentialsForAnyOrigin() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CorsSettings(List.of("*"), List.of(), List.of(), List.of(), Duration.ofHours(1), true));
    }

    private HttpRequest.Builder request(String origin) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/v1/events"))
                .header("Origin", origin);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static List<String> header(HttpResponse<String> response, String name) {
        return response.headers().allValues(name);
    }
}
