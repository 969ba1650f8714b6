package dev.weir.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.local.lambda.Invocation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiAnswersTest {

    private Front front;

    @BeforeEach
    void open() throws IOException {
        front = new Front();
    }

    @AfterEach
    void close() {
        front.close();
    }

    @Test
    void answersWithStatusHeadersCookiesAndBodyOfTheFunction() throws Exception {
        front.answer = """
                {"statusCode": 429, "headers": {"Retry-After": 7, "content-type": "application/problem+json",
                 "Content-Length": "999"}, "cookies": ["a=1; Path=/", "b=2"], "body": "später"}
                """;

        HttpResponse<String> response = front.send(front.request("/health"));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains("7");
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(response.headers().allValues("Set-Cookie")).containsExactlyInAnyOrder("a=1; Path=/", "b=2");
        assertThat(response.headers().firstValue("Date")).isPresent();
        assertThat(response.body()).isEqualTo("später");
    }

    @Test
    void decodesABodyInBase64() throws Exception {
        front.answer = "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"AP8=\"}";

        var response = front.client.send(front.request("/health").build(), BodyHandlers.ofByteArray());

        assertThat(response.body()).containsExactly(0, 0xff);
    }

    @Test
    void takesAnAnswerWithoutStatusForTheBodyOfA200() throws Exception {
        front.answer = "{\"ok\":true}";

        HttpResponse<String> response = front.send(front.request("/health"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body()).isEqualTo("{\"ok\":true}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{\"statusCode\":\"fine\"}",
                "{\"statusCode\":99}",
                "{\"statusCode\":1000}",
                "{\"statusCode\":200,\"headers\":{\"a\":\"b\\r\\nc: d\"}}",
                "{\"statusCode\":200,\"headers\":{\"a b\":\"c\"}}",
                "{\"statusCode\":200,\"headers\":{\"a\":{}}}",
                "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"%\"}"
            })
    void anAnswerThatIsNoResponseIsA500(String malformed) throws Exception {
        front.answer = malformed;

        Front.assertThatIsProblem(front.send(front.request("/health")), 500);
    }

    @Test
    void aFailedFunctionIsA500ThatKeepsItsMessageToItself() throws Exception {
        front.failure = new Invocation.Failed("java.lang.IllegalStateException", "user 4711");

        HttpResponse<String> response = front.send(front.request("/health"));

        Front.assertThatIsProblem(response, 500);
        assertThat(response.body()).doesNotContain("4711");
    }

    @Test
    void aThrottledFunctionIsA503WithRetryAfter() throws Exception {
        front.failure = new Invocation.Failed(Invocation.Failed.THROTTLED, "");

        HttpResponse<String> response = front.send(front.request("/health"));

        Front.assertThatIsProblem(response, 503);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void aRequestThatDoesNotFitAnInvocationIsA413() throws Exception {
        front.failure = new Invocation.Failed(Invocation.Failed.TOO_LARGE, "");

        Front.assertThatIsProblem(front.send(front.request("/health")), 413);
    }

    @Test
    void aFunctionThatTakesTooLongIsA504() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (HttpApi impatient = HttpApi.start(
                0,
                Front.ROUTES,
                (_, _) -> {
                    never.await();
                    throw new IllegalStateException();
                },
                null,
                Duration.ofMillis(100))) {
            URI uri = URI.create("http://127.0.0.1:" + impatient.port() + "/health");

            Front.assertThatIsProblem(
                    front.client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()), 504);
            never.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/events/", "/v1/counters/ott", "/v1/counters//x", "/v1/counters/a/b/c"})
    void anUnknownPathIsA404(String path) throws Exception {
        Front.assertThatIsProblem(front.send(front.request(path)), 404);
        assertThat(front.invoked).hasValue(0);
    }

    @Test
    void anUnknownMethodIsA405ThatNamesTheOthers() throws Exception {
        HttpResponse<String> response = front.send(front.request("/health").DELETE());

        Front.assertThatIsProblem(response, 405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    }

    @Test
    void aHeadIsAGetWithoutBody() throws Exception {
        HttpResponse<String> response = front.send(front.request("/health").HEAD());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(front.event.at("/requestContext/http/method").asText()).isEqualTo("GET");
    }

    @Test
    void optionsWithoutCorsNamesTheMethods() throws Exception {
        HttpResponse<String> response =
                front.send(front.request("/v1/events").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Allow")).contains("OPTIONS, POST");
    }
}
