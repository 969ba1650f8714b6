package dev.weir.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Routes of a REST API.
class RestApiTest {

    private static final JsonMapper JSON = new JsonMapper();

    private Front front;

    @BeforeEach
    void open() throws IOException {
        front = new Front(List.of(
                new Route("POST", "/v1/events", "collector", Route.Payload.REST),
                new Route("GET", "/v1/counters/{product}/{counter}", "counters", Route.Payload.REST)));
    }

    @AfterEach
    void close() {
        front.close();
    }

    @Test
    void givesTheFunctionTheRequestInPayloadFormatOne() throws Exception {
        front.send(front.request("/v1/counters/ott%20streaming/a+b?from=2026-01-01&tag=x&tag=y%26z&flag")
                .header("X-Write-Key", "k1")
                .header("X-Many", "one")
                .header("X-Many", "two")
                .header("User-Agent", "kayak/1"));

        assertThat(front.function).isEqualTo("counters");
        assertThat(front.event.has("version")).isFalse();
        assertThat(front.event.path("resource").asText()).isEqualTo("/v1/counters/{product}/{counter}");
        assertThat(front.event.path("path").asText()).isEqualTo("/v1/counters/ott%20streaming/a+b");
        assertThat(front.event.path("httpMethod").asText()).isEqualTo("GET");
        assertThat(header("multiValueHeaders", "x-write-key")).isEqualTo(JSON.readTree("[\"k1\"]"));
        assertThat(header("multiValueHeaders", "x-many").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrder("one", "two");
        assertThat(header("headers", "x-many").asText()).isIn("one", "two");
        assertThat(front.event.path("queryStringParameters"))
                .isEqualTo(JSON.readTree("{\"from\":\"2026-01-01\",\"tag\":\"y&z\",\"flag\":\"\"}"));
        assertThat(front.event.path("multiValueQueryStringParameters"))
                .isEqualTo(JSON.readTree("{\"from\":[\"2026-01-01\"],\"tag\":[\"x\",\"y&z\"],\"flag\":[\"\"]}"));
        assertThat(front.event.path("pathParameters"))
                .isEqualTo(JSON.readTree("{\"product\":\"ott streaming\",\"counter\":\"a+b\"}"));
        assertThat(front.event.path("body").isNull()).isTrue();
        JsonNode context = front.event.path("requestContext");
        assertThat(context.path("path").asText()).isEqualTo("/live/v1/counters/ott%20streaming/a+b");
        assertThat(context.at("/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(context.at("/identity/userAgent").asText()).isEqualTo("kayak/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/octet-stream"})
    void handsOverEveryBodyInBase64(String type) throws Exception {
        byte[] body = "{\"ü\":1}".getBytes(StandardCharsets.UTF_8);

        front.send(front.request("/v1/events").header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));

        front.assertThatBodyIsBase64Of(body);
    }

    @Test
    void passesOnAnAnswerOfItsFormat() throws Exception {
        front.answer = "{\"statusCode\":202,\"headers\":{\"a\":\"b\"},\"body\":\"c\",\"isBase64Encoded\":false}";

        var response = front.send(front.request("/v1/counters/a/b"));

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().firstValue("a")).hasValue("b");
        assertThat(response.body()).isEqualTo("c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"statusCode\":200,\"cookies\":null}",
                "{\"statusCode\":200,\"status\":\"ok\"}",
                "{}",
                "[]",
                "1"
            })
    void refusesWhatARestApiDoesNotTake(String answer) throws Exception {
        front.answer = answer;

        Front.assertThatIsProblem(front.send(front.request("/v1/counters/a/b")), 502);
    }

    /// By a name in any case: clients of HTTP write names as they like.
    private JsonNode header(String place, String name) {
        return front.event
                .path(place)
                .propertyStream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
