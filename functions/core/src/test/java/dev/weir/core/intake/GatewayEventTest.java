package dev.weir.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayEventTest {

    /// As an HTTP API writes it.
    private static final String FORMAT_2 = """
            {"version": "2.0", "routeKey": "GET /v1/counters/{product}/{counter}",
             "rawPath": "/v1/counters/thedata/plays", "rawQueryString": "by=a&by=b%20c&empty=",
             "cookies": ["a=b"],
             "headers": {"x-write-key": "a-key", "x-forwarded-for": "198.51.100.1,203.0.113.7"},
             "queryStringParameters": {"by": "a,b c", "empty": ""},
             "pathParameters": {"product": "thedata", "counter": "plays"},
             "requestContext": {"stage": "$default",
               "http": {"method": "GET", "path": "/v1/counters/thedata/plays", "sourceIp": "203.0.113.7"}},
             "body": "{\\"a\\":\\"ü\\"}", "isBase64Encoded": false}""";

    /// The same request as a REST API writes it, by a domain with a base path, and with every body as base64.
    private static final String FORMAT_1 = """
            {"resource": "/v1/counters/{product}/{counter}", "path": "/events/v1/counters/thedata/plays",
             "httpMethod": "GET",
             "headers": {"X-Write-Key": "a-key", "X-Forwarded-For": "203.0.113.7", "Cookie": "a=b"},
             "multiValueHeaders": {"X-Write-Key": ["a-key"], "X-Forwarded-For": ["198.51.100.1", "203.0.113.7"],
               "Cookie": ["a=b"]},
             "queryStringParameters": {"by": "b c", "empty": ""},
             "multiValueQueryStringParameters": {"by": ["a", "b c"], "empty": [""]},
             "pathParameters": {"product": "thedata", "counter": "plays"}, "stageVariables": null,
             "requestContext": {"stage": "live", "path": "/live/v1/counters/thedata/plays", "httpMethod": "GET",
               "identity": {"sourceIp": "203.0.113.7"}},
             "body": "eyJhIjoiw7wifQ==", "isBase64Encoded": true}""";

    @ParameterizedTest
    @ValueSource(strings = {FORMAT_1, FORMAT_2})
    void readsTheSameFromBothFormats(String event) {
        HttpRequest request = GatewayEvent.request(json(event));

        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.target())
                .isEqualTo(new HttpRequest.Target(
                        "/v1/counters/thedata/plays",
                        Map.of("product", "thedata", "counter", "plays"),
                        Map.of("by", "a,b c", "empty", "")));
        assertThat(request.headers())
                .isEqualTo(Map.of("x-write-key", "a-key", "x-forwarded-for", "198.51.100.1,203.0.113.7"));
        assertThat(request.body()).isEqualTo("{\"a\":\"ü\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(request.sourceIp()).isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/events,      ,         /live/v1/events, /v1/events",
        "/{proxy+},       v1/events, /v1/events,     /v1/events",
        "/v1/{proxy},     events,    /v1/events,     /v1/events",
        "'',              ,         /v1/events,      /v1/events"
    })
    void thePathHasNoStageInIt(String resource, String proxy, String path, String read) throws Exception {
        JsonNode event = new JsonMapper()
                .createObjectNode()
                .put("httpMethod", "POST")
                .put("resource", resource)
                .put("path", path)
                .set("pathParameters", new JsonMapper().valueToTree(proxy == null ? null : Map.of("proxy", proxy)));

        assertThat(GatewayEvent.request(event).path()).isEqualTo(read);
    }

    @Test
    void oneValueOfEachIsReadWhereThereAreNoLists() {
        HttpRequest request = GatewayEvent.request(
                json("{\"httpMethod\":\"GET\",\"headers\":{\"A\":\"1\"},\"queryStringParameters\":{\"b\":\"2\"}}"));

        assertThat(request.header("a")).hasValue("1");
        assertThat(request.parameter("b")).hasValue("2");
    }

    @Test
    void aHeaderThatIsThereInSeveralCasesHasAllItsValues() {
        HttpRequest request = GatewayEvent.request(
                json("{\"httpMethod\":\"GET\",\"multiValueHeaders\":{\"DNT\":[\"0\"],\"Dnt\":[\"1\"]}}"));

        assertThat(request.header("dnt")).hasValue("0,1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"httpMethod\":\"\"}", "{\"requestContext\":{}}", "{\"body\":null}"})
    void anEventWithoutAnythingIsARequestForNothing(String event) {
        HttpRequest request = GatewayEvent.request(json(event));

        assertThat(request.method()).isEmpty();
        assertThat(request.path()).isEmpty();
        assertThat(request.headers()).isEmpty();
        assertThat(request.body()).isEmpty();
        assertThat(request.sourceIp()).isNull();
        assertThat(request.saysGzip()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"headers\":{\"X-Write-Key\":null}}",
                "{\"httpMethod\":\"GET\",\"headers\":{\"X-Write-Key\":null},\"multiValueHeaders\":null}",
                "{\"httpMethod\":\"GET\",\"multiValueHeaders\":{\"X-Write-Key\":[]}}",
                "{\"httpMethod\":\"GET\",\"multiValueHeaders\":{\"X-Write-Key\":null}}"
            })
    void aHeaderWithoutAValueIsNotThere(String event) {
        assertThat(GatewayEvent.request(json(event)).header("x-write-key")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gzip,true", "GZIP,true", "'',false", "identity,false", "br,false"})
    void gzipIsSaidInAnyCase(String encoding, boolean says) {
        assertThat(GatewayEvent.request(json("{\"headers\":{\"Content-Encoding\":\"" + encoding + "\"}}"))
                        .saysGzip())
                .isEqualTo(says);
    }

    /// A REST API answers 502 in place of what has another member.
    @Test
    void anAnswerHasOnlyWhatBothFormatsKnow() {
        assertThat(GatewayEvent.answer(429, Map.of("retry-after", "1"), "{}"))
                .isEqualTo(
                        json(
                                "{\"statusCode\":429,\"headers\":{\"retry-after\":\"1\"},\"body\":\"{}\",\"isBase64Encoded\":false}"));
    }

    @Test
    void printsNeitherBodyNorHeadersNorAddress() {
        assertThat(GatewayEvent.request(json(FORMAT_1))).hasToString("HttpRequest[GET /v1/counters/thedata/plays]");
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
