package dev.weir.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiTest {

    private static final JsonMapper JSON = new JsonMapper();

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
    void givesTheFunctionTheRequestInPayloadFormatTwo() throws Exception {
        front.send(front.request("/v1/counters/ott%20streaming/a+b?from=2026-01-01&tag=x&tag=y%26z&flag")
                .header("X-Write-Key", "k1")
                .header("X-Many", "one")
                .header("X-Many", "two")
                .header("Cookie", "a=1; b=2")
                .header("User-Agent", "kayak/1"));

        assertThat(front.function).isEqualTo("counters");
        assertThat(front.event.path("version").asText()).isEqualTo("2.0");
        assertThat(front.event.path("routeKey").asText()).isEqualTo("GET /v1/counters/{product}/{counter}");
        assertThat(front.event.path("rawPath").asText()).isEqualTo("/v1/counters/ott%20streaming/a+b");
        assertThat(front.event.path("rawQueryString").asText()).isEqualTo("from=2026-01-01&tag=x&tag=y%26z&flag");
        assertThat(front.event.path("cookies")).isEqualTo(JSON.readTree("[\"a=1\",\"b=2\"]"));
        assertThat(front.event.at("/headers/x-write-key").asText()).isEqualTo("k1");
        assertThat(front.event.at("/headers/x-many").asText().split(",")).containsExactlyInAnyOrder("one", "two");
        assertThat(front.event.at("/headers/cookie").isMissingNode()).isTrue();
        assertThat(front.event.path("queryStringParameters"))
                .isEqualTo(JSON.readTree("{\"from\":\"2026-01-01\",\"tag\":\"x,y&z\",\"flag\":\"\"}"));
        assertThat(front.event.path("pathParameters"))
                .isEqualTo(JSON.readTree("{\"product\":\"ott streaming\",\"counter\":\"a+b\"}"));
        assertThat(front.event.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(front.event.has("body")).isFalse();
        JsonNode context = front.event.path("requestContext");
        assertThat(context.at("/http/method").asText()).isEqualTo("GET");
        assertThat(context.at("/http/path").asText()).isEqualTo("/v1/counters/ott%20streaming/a+b");
        assertThat(context.at("/http/protocol").asText()).isEqualTo("HTTP/1.1");
        assertThat(context.at("/http/sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(context.at("/http/userAgent").asText()).isEqualTo("kayak/1");
        assertThat(context.path("stage").asText()).isEqualTo("$default");
        assertThat(context.path("requestId").asText()).hasSize(36);
        assertThat(context.path("time").asText()).matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
        assertThat(context.path("timeEpoch").asLong()).isPositive();
    }

    @Test
    void leavesOutWhatTheRequestDoesNotHave() throws Exception {
        front.send(front.request("/health"));

        assertThat(front.event.has("queryStringParameters")).isFalse();
        assertThat(front.event.has("pathParameters")).isFalse();
        assertThat(front.event.has("cookies")).isFalse();
        assertThat(front.event.path("rawQueryString").asText("absent")).isEmpty();
    }

    @Test
    void prefersALiteralSegmentToAParameter() throws Exception {
        front.send(front.request("/v1/counters/ott/total"));

        assertThat(front.function).isEqualTo("totals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain;charset=UTF-8", "application/problem+json"})
    void handsOverTextAsItIs(String type) throws Exception {
        front.post("{\"ü\":\"€\"}".getBytes(StandardCharsets.UTF_8), type);

        assertThat(front.event.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(front.event.path("body").asText()).isEqualTo("{\"ü\":\"€\"}");
    }

    @Test
    void handsOverACompressedBodyInBase64() throws Exception {
        byte[] gzip = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0};

        front.send(front.request("/v1/events")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip)));

        front.assertThatBodyIsBase64Of(gzip);
    }

    @Test
    void handsOverWhatIsNotUtf8InBase64ThoughItSaysItIsJson() throws Exception {
        byte[] broken = {'"', (byte) 0xc3, '"'};

        front.post(broken, "application/json");

        front.assertThatBodyIsBase64Of(broken);
    }

    @Test
    void handsOverABodyOfAnyOtherTypeInBase64() throws Exception {
        front.post(new byte[] {'a'}, "application/octet-stream");

        front.assertThatBodyIsBase64Of(new byte[] {'a'});
    }

    @Test
    void takesAChunkedBody() throws Exception {
        front.send(front.request("/v1/events")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream("in pieces".getBytes(StandardCharsets.UTF_8)))));

        assertThat(front.event.path("body").asText()).isEqualTo("in pieces");
    }
}
