package dev.weir.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvokeApiTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private InvokeApi api;

    @BeforeEach
    void start() throws IOException {
        Invoker echo = (function, payload) -> payload.length == 0
                ? new Invocation.Failed("Sandbox.Timedout", "too slow")
                : new Invocation.Answered(payload);
        api = InvokeApi.start(echo, Set.of("compactor"));
    }

    @AfterEach
    void stop() {
        http.close();
        api.close();
    }

    @Test
    void answersWithWhatTheFunctionAnswers() throws Exception {
        HttpResponse<String> answer = post("compactor", "{\"days\":2}", "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"days\":2}");
        assertThat(answer.headers().firstValue("X-Amz-Function-Error")).isEmpty();
    }

    @Test
    void marksAFailureOfTheFunction() throws Exception {
        HttpResponse<String> answer = post("compactor", "", "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Amz-Function-Error")).hasValue("Unhandled");
        assertThat(answer.body()).isEqualTo("{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"too slow\"}");
    }

    @Test
    void knowsTheFunctionsOnlyThatItWasGiven() throws Exception {
        assertThat(post("collector", "{}", "application/json").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhatAWebPageCouldSendUnasked() throws Exception {
        assertThat(post("compactor", "{}", "text/plain").statusCode()).isEqualTo(415);
    }

    private HttpResponse<String> post(String function, String body, String type) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + api.port() + "/2015-03-31/functions/" + function + "/invocations");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
