package dev.weir.collector;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// The answers that say what was wrong with a request as a whole (RFC 9457). They never quote it.
final class Problems {

    private Problems() {}

    static Answer unreadable(String detail) {
        return problem(400, "unreadable-body", "The body cannot be read", detail, Map.of());
    }

    static Answer unauthorized(String detail) {
        return problem(
                401,
                "no-valid-credential",
                "The request has no valid credential",
                detail,
                Map.of("www-authenticate", "Basic realm=\"weir\", charset=\"UTF-8\""));
    }

    static Answer notFound() {
        return problem(
                404, "not-found", "There is nothing here", "post events to /v1/events; health is at /health", Map.of());
    }

    static Answer methodNotAllowed(String allowed) {
        return problem(
                405,
                "method-not-allowed",
                "The method is not allowed here",
                "use " + allowed,
                Map.of("allow", allowed));
    }

    static Answer tooLarge(String detail) {
        return problem(413, "too-large", "The request is too large", detail, Map.of());
    }

    static Answer unavailable(String detail) {
        return problem(503, "stream-unavailable", "The stream is not available", detail, Map.of("retry-after", "1"));
    }

    private static Answer problem(int status, String type, String title, String detail, Map<String, String> headers) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "urn:weir:problem:" + type);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        return new Answer(status, "application/problem+json", headers, body);
    }
}
