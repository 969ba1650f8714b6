package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestTest {

    @Test
    void readsWhatTheGatewayPassesOn() {
        HttpRequest request = HttpRequest.of(APIGatewayV2HTTPEvent.builder()
                .withRawPath("/v1/events")
                .withHeaders(Map.of("X-Write-Key", "a-key"))
                .withBody("{\"a\":\"ü\"}")
                .withRequestContext(RequestContext.builder()
                        .withHttp(RequestContext.Http.builder()
                                .withMethod("POST")
                                .withSourceIp("203.0.113.7")
                                .build())
                        .build())
                .build());

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/v1/events");
        assertThat(request.header("x-write-key")).hasValue("a-key");
        assertThat(request.body()).isEqualTo("{\"a\":\"ü\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(request.sourceIp()).isEqualTo("203.0.113.7");
    }

    @Test
    void aBase64BodyIsTheBytesThatTheClientSent() {
        byte[] bytes = {0x1f, (byte) 0x8b, 0, -1};

        HttpRequest request = HttpRequest.of(APIGatewayV2HTTPEvent.builder()
                .withBody(Base64.getEncoder().encodeToString(bytes))
                .withIsBase64Encoded(true)
                .build());

        assertThat(request.body()).isEqualTo(bytes);
    }

    @Test
    void anEventWithoutAnythingIsARequestForNothing() {
        HttpRequest request = HttpRequest.of(new APIGatewayV2HTTPEvent());

        assertThat(request.method()).isEmpty();
        assertThat(request.path()).isEmpty();
        assertThat(request.headers()).isEmpty();
        assertThat(request.body()).isEmpty();
        assertThat(request.sourceIp()).isNull();
        assertThat(request.saysGzip()).isFalse();
    }

    @Test
    void aContextWithoutHttpHasNoMethodAndNoAddress() {
        HttpRequest request = HttpRequest.of(APIGatewayV2HTTPEvent.builder()
                .withRequestContext(new RequestContext())
                .build());

        assertThat(request.method()).isEmpty();
        assertThat(request.sourceIp()).isNull();
    }

    @Test
    void aHeaderWithoutAValueIsNotThere() {
        HttpRequest request = HttpRequest.of(APIGatewayV2HTTPEvent.builder()
                .withHeaders(new HashMap<>(Collections.singletonMap("X-Write-Key", null)))
                .build());

        assertThat(request.header("x-write-key")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP"})
    void gzipIsSaidInAnyCase(String encoding) {
        assertThat(encoded(encoding).saysGzip()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br"})
    void anotherEncodingIsNotGzip(String encoding) {
        assertThat(encoded(encoding).saysGzip()).isFalse();
    }

    @Test
    void printsNeitherBodyNorHeadersNorAddress() {
        HttpRequest request = new HttpRequest(
                "POST",
                "/v1/events",
                Map.of("x-write-key", "a-key"),
                "body".getBytes(StandardCharsets.UTF_8),
                "203.0.113.7");

        assertThat(request).hasToString("HttpRequest[POST /v1/events]");
    }

    private static HttpRequest encoded(String encoding) {
        return HttpRequest.of(APIGatewayV2HTTPEvent.builder()
                .withHeaders(Map.of("Content-Encoding", encoding))
                .build());
    }
}
