package dev.weir.core.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What API Gateway invokes functions with, and what it takes for an answer: payload format 2.0 comes from an HTTP API,
/// 1.0 from a REST API. Functions know neither; a request is the same by both.
///
/// Source: API Gateway developer guide, "Create AWS Lambda proxy integrations for HTTP APIs" and "Input format of a
/// Lambda function for proxy integration".
public final class GatewayEvent {

    /// Format 2.0 has cookies in a place of their own, and nothing here reads them.
    private static final String COOKIE = "cookie";

    private GatewayEvent() {}

    /// The request in an event. What is not there is empty.
    ///
    /// @throws IllegalArgumentException where a body should be base64 and is not
    public static HttpRequest request(JsonNode event) {
        return event.has("httpMethod") ? ofFormat1(event) : ofFormat2(event);
    }

    /// An answer that both formats take: of the members that each of them knows, those that both do.
    ///
    /// @param body text, empty where there is none
    public static ObjectNode answer(int status, Map<String, String> headers, String body) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("statusCode", status);
        ObjectNode named = answer.putObject("headers");
        new TreeMap<>(headers).forEach(named::put);
        return answer.put("body", body).put("isBase64Encoded", false);
    }

    private static HttpRequest ofFormat1(JsonNode event) {
        Map<String, String> names = single(event.path("pathParameters"));
        Map<String, String> query =
                event.path("multiValueQueryStringParameters").isObject()
                        ? several(event.path("multiValueQueryStringParameters"))
                        : single(event.path("queryStringParameters"));
        Map<String, String> headers = event.path("multiValueHeaders").isObject()
                ? several(event.path("multiValueHeaders"))
                : single(event.path("headers"));
        return new HttpRequest(
                event.path("httpMethod").asText(),
                new HttpRequest.Target(path(event, names), names, query),
                lowerCase(headers),
                body(event),
                text(event.at("/requestContext/identity/sourceIp")));
    }

    /// `path` may begin with the stage, or with what a domain of one's own puts before; the route's never does.
    private static String path(JsonNode event, Map<String, String> names) {
        String path = event.path("resource").asText();
        if (path.isEmpty()) {
            return event.path("path").asText();
        }
        for (Map.Entry<String, String> name : names.entrySet()) {
            path = path.replace("{" + name.getKey() + "}", name.getValue())
                    .replace("{" + name.getKey() + "+}", name.getValue());
        }
        return path;
    }

    private static HttpRequest ofFormat2(JsonNode event) {
        JsonNode http = event.at("/requestContext/http");
        return new HttpRequest(
                http.path("method").asText(),
                new HttpRequest.Target(
                        event.path("rawPath").asText(),
                        single(event.path("pathParameters")),
                        single(event.path("queryStringParameters"))),
                lowerCase(single(event.path("headers"))),
                body(event),
                text(http.path("sourceIp")));
    }

    private static byte[] body(JsonNode event) {
        String body = event.path("body").asText("");
        return event.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> single(JsonNode values) {
        Map<String, String> all = new TreeMap<>();
        values.forEachEntry((name, value) -> {
            if (value.isTextual()) {
                all.put(name, value.textValue());
            }
        });
        return all;
    }

    private static Map<String, String> several(JsonNode values) {
        Map<String, String> all = new TreeMap<>();
        values.forEachEntry((name, list) -> {
            if (!list.isEmpty()) {
                all.put(name, list.valueStream().map(JsonNode::asText).collect(Collectors.joining(",")));
            }
        });
        return all;
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>();
        headers.forEach((name, value) -> all.merge(name.toLowerCase(Locale.ROOT), value, (a, b) -> a + "," + b));
        all.remove(COOKIE);
        return all;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : null;
    }
}
