package dev.weir.core.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/// Why a question is not answered, as problem details (RFC 9457). It never quotes the question.
///
/// @param field the part of the question that is wrong
/// @param detail the rule that it breaks
public record Refusal(int status, String field, String detail) {

    /// The media type of [#json()].
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<Integer, String> TITLES =
            Map.of(400, "Bad Request", 401, "Unauthorized", 403, "Forbidden", 404, "Not Found");

    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", TITLES.getOrDefault(status, "Refused"))
                .put("status", status)
                .put("detail", field + ": " + detail)
                .put("field", field);
    }

    /// The headers that go with it: a 401 says how to prove oneself (RFC 9110, section 11.6.1).
    public Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", MEDIA_TYPE);
        headers.put("cache-control", "no-store");
        if (status == 401) {
            headers.put("www-authenticate", "Basic realm=\"weir\", charset=\"UTF-8\"");
        }
        return headers;
    }
}
