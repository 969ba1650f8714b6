package dev.weir.local.gateway;

import java.util.SortedSet;

/// What the front itself answers with.
final class Problems {

    private Problems() {}

    static Answer notFound() {
        return Answer.problem(404, "Not Found", "no route has this path");
    }

    static Answer methodNotAllowed(SortedSet<String> allowed) {
        String methods = String.join(", ", allowed);
        return Answer.problem(405, "Method Not Allowed", "this path takes " + methods)
                .with("Allow", methods);
    }

    static Answer tooLarge() {
        return Answer.problem(413, "Content Too Large", "a request body may have 10 MB");
    }

    static Answer tooLargeForFunction() {
        return Answer.problem(413, "Content Too Large", "the request does not fit the 6 MB of an invocation");
    }

    static Answer headersTooLarge() {
        return Answer.problem(431, "Request Header Fields Too Large", "request line and headers may have 10240 bytes");
    }

    /// @param type Lambda's error type, which holds nothing of the request
    static Answer functionFailed(String type) {
        return Answer.problem(500, "Internal Server Error", "the function failed (" + type + "); its log says why");
    }

    static Answer malformedAnswer() {
        return Answer.problem(500, "Internal Server Error", "the function's answer is not an HTTP response");
    }

    static Answer badGateway() {
        return Answer.problem(502, "Bad Gateway", "the function's answer is none that a REST API takes");
    }

    static Answer throttled() {
        return Answer.problem(503, "Service Unavailable", "the function has too much to do")
                .with("Retry-After", "1");
    }

    static Answer closing() {
        return Answer.problem(503, "Service Unavailable", "the local stack is shutting down");
    }

    static Answer timedOut() {
        return Answer.problem(504, "Gateway Timeout", "the function did not answer in time");
    }
}
