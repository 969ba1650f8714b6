package dev.weir.core.intake;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the gateway passed on of a request.
///
/// @param headers by lower-case name; one that occurs several times has its values with commas between them
/// @param body raw bytes, as the client sent them
/// @param sourceIp the client's address literal, where the gateway gave one
public record HttpRequest(
        String method,
        Target target,
        Map<String, String> headers,
        byte[] body,
        @Nullable String sourceIp) {

    /// What a request is for.
    ///
    /// @param path without the stage of the API
    /// @param names what stands in the path in place of the names in braces of its route
    /// @param query parameters by name; one that occurs several times has its values with commas between them
    public record Target(String path, Map<String, String> names, Map<String, String> query) {
        public Target {
            names = Map.copyOf(names);
            query = Map.copyOf(query);
        }
    }

    public HttpRequest {
        headers = Map.copyOf(headers);
    }

    /// A request without parameters.
    public HttpRequest(
            String method, String path, Map<String, String> headers, byte[] body, @Nullable String sourceIp) {
        this(method, new Target(path, Map.of(), Map.of()), headers, body, sourceIp);
    }

    public String path() {
        return target.path();
    }

    /// A parameter of the query.
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(target.query().get(name));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// Whether the request says that its body is compressed.
    public boolean saysGzip() {
        return header("content-encoding").filter("gzip"::equalsIgnoreCase).isPresent();
    }

    @Override
    public String toString() {
        return "HttpRequest[" + method + " " + path() + "]";
    }
}
