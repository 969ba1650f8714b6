package dev.weir.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads a function's answer as an HTTP response.
///
/// In payload format 2.0, JSON without a `statusCode` is the body of a 200, as in API Gateway. What is not a response
/// is
/// answered with 500. In 1.0 nothing is guessed: what has no `statusCode` or has members that the format does not know
/// is
/// answered with 502.
final class FunctionAnswer {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> OURS =
            Set.of("content-length", "connection", "transfer-encoding", "date", "keep-alive", "upgrade");

    /// The members of an answer of payload format 1.0.
    private static final Set<String> REST_MEMBERS =
            Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");

    private FunctionAnswer() {}

    static Answer read(byte[] payload, Route.Payload format) {
        try {
            JsonNode answer = JSON.readTree(payload);
            if (format == Route.Payload.REST && !isOfRest(answer)) {
                return Problems.badGateway();
            }
            if (answer.isMissingNode()) {
                return Problems.malformedAnswer();
            }
            return answer.has("statusCode") ? response(answer) : inferred(payload);
        } catch (IOException | IllegalArgumentException e) {
            return Problems.malformedAnswer();
        }
    }

    private static boolean isOfRest(JsonNode answer) {
        return answer.has("statusCode")
                && answer.propertyStream().map(Map.Entry::getKey).allMatch(REST_MEMBERS::contains);
    }

    private static Answer inferred(byte[] payload) {
        return new Answer(200, Map.of("Content-Type", List.of("application/json")), payload);
    }

    private static Answer response(JsonNode answer) {
        JsonNode status = answer.path("statusCode");
        if (!status.canConvertToInt() || status.asInt() < 200 || status.asInt() > 599) {
            throw new IllegalArgumentException("not a status");
        }
        return new Answer(status.asInt(), headers(answer), body(answer));
    }

    private static Map<String, List<String>> headers(JsonNode answer) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        answer.path("multiValueHeaders")
                .properties()
                .forEach(header -> header.getValue().forEach(value -> put(headers, header.getKey(), value)));
        answer.path("headers").properties().forEach(header -> put(headers, header.getKey(), header.getValue()));
        answer.path("cookies").forEach(cookie -> put(headers, "Set-Cookie", cookie));
        if (headers.keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
            headers.put("Content-Type", List.of("text/plain;charset=UTF-8"));
        }
        return headers;
    }

    private static void put(Map<String, List<String>> headers, String name, JsonNode value) {
        String text = value.asText();
        if (!value.isValueNode() || !name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || text.matches("(?s).*[\\r\\n].*")) {
            throw new IllegalArgumentException("not a header");
        }
        if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
            headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(text);
        }
    }

    private static byte[] body(JsonNode answer) {
        JsonNode body = answer.path("body");
        String text = body.isContainerNode() ? body.toString() : body.isNull() ? "" : body.asText("");
        return answer.path("isBase64Encoded").asBoolean(false)
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
