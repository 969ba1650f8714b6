package dev.weir.collector;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the gateway passed on of a request.
///
/// @param headers by lower-case name
/// @param body raw bytes, as the client sent them
/// @param sourceIp the client's address literal, where the gateway gave one
record HttpRequest(
        String method,
        Target target,
        Map<String, String> headers,
        byte[] body,
        @Nullable String sourceIp) {

    /// What a request is for.
    ///
    /// @param query parameters by name; one that occurs several times has its values with commas between them
    record Target(String path, Map<String, String> query) {}

    /// A request without parameters.
    HttpRequest(String method, String path, Map<String, String> headers, byte[] body, @Nullable String sourceIp) {
        this(method, new Target(path, Map.of()), headers, body, sourceIp);
    }

    static HttpRequest of(APIGatewayV2HTTPEvent event) {
        Optional<RequestContext.Http> http =
                Optional.ofNullable(event.getRequestContext()).map(RequestContext::getHttp);
        Map<String, String> headers = new TreeMap<>();
        Optional.ofNullable(event.getHeaders())
                .ifPresent(sent -> sent.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value)));
        return new HttpRequest(
                http.map(RequestContext.Http::getMethod).orElse(""),
                target(event),
                headers,
                body(event),
                http.map(RequestContext.Http::getSourceIp).orElse(null));
    }

    private static Target target(APIGatewayV2HTTPEvent event) {
        Map<String, String> query = new TreeMap<>();
        Optional.ofNullable(event.getQueryStringParameters()).ifPresent(query::putAll);
        return new Target(Optional.ofNullable(event.getRawPath()).orElse(""), query);
    }

    private static byte[] body(APIGatewayV2HTTPEvent event) {
        String body = event.getBody();
        if (body == null) {
            return new byte[0];
        }
        return event.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    String path() {
        return target.path();
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(target.query().get(name));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// Whether the request says that its body is compressed.
    boolean saysGzip() {
        return header("content-encoding").filter("gzip"::equalsIgnoreCase).isPresent();
    }

    @Override
    public String toString() {
        return "HttpRequest[" + method + " " + path() + "]";
    }
}
