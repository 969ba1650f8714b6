package dev.weir.collector;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;

/// The answers that say what was wrong with a request as a whole (RFC 9457). They never quote it.
final class Problems {

    private Problems() {}

    static Answer unreadable(String detail) {
        return problem(400, "unreadable-body", "The body cannot be read", detail, Map.of());
    }

    static Answer unknownParameter(String detail) {
        return problem(400, "unknown-parameter", "A parameter has a value that is not known", detail, Map.of());
    }

    static Answer unauthorized(Challenge challenge, String detail) {
        return problem(
                401,
                "no-valid-credential",
                "The request has no valid credential",
                detail,
                Map.of("www-authenticate", challenge.header()));
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

    static Answer objectionsUnknown() {
        return problem(
                503,
                "objections-unknown",
                "It is not known who has objected",
                "the list of objections is out of reach; send the same again later",
                Map.of("retry-after", "1"));
    }

    /// @param retryAfter told in whole seconds, rounded up
    static Answer unverifiable(Duration retryAfter) {
        return problem(
                503,
                "issuer-unavailable",
                "The token cannot be verified now",
                "the keys of the token's issuer are out of reach; send the same again later",
                Map.of(
                        "retry-after",
                        Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds()))));
    }

    static Answer originNotAllowed() {
        return problem(
                403,
                "origin-not-allowed",
                "The credential is not for pages of this origin",
                "send from one of the origins that the credential lists",
                Map.of());
    }

    static Answer badBatchName(String detail) {
        return problem(400, "bad-batch-name", "The name of the batch cannot be used", detail, Map.of());
    }

    static Answer batchInWork() {
        return problem(
                409,
                "batch-in-work",
                "The same batch is being worked on",
                "wait for the other answer, or send the same again",
                Map.of("retry-after", "1"));
    }

    static Answer batchNameReused() {
        return problem(
                422,
                "batch-name-reused",
                "The name of the batch stands for other events",
                "give each batch a name of its own, and send the same events when sending it again",
                Map.of());
    }

    /// @param wait told in whole seconds, rounded up
    static Answer tooFast(Duration wait) {
        return problem(
                429,
                "too-many-requests",
                "The credential sends faster than agreed on",
                "send the same again later, and less at a time from then on",
                Map.of("retry-after", seconds(wait)));
    }

    /// @param wait told in whole seconds, rounded up
    static Answer usedUp(Duration wait) {
        return problem(
                429,
                "quota-used-up",
                "The credential has sent as many events as it may in a day",
                "send the same again on the next day, in UTC",
                Map.of("retry-after", seconds(wait)));
    }

    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
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
