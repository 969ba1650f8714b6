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
        String path,
        Map<String, String> headers,
        byte[] body,
        @Nullable String sourceIp) {

    static HttpRequest of(APIGatewayV2HTTPEvent event) {
        Optional<RequestContext.Http> http =
                Optional.ofNullable(event.getRequestContext()).map(RequestContext::getHttp);
        Map<String, String> headers = new TreeMap<>();
        Optional.ofNullable(event.getHeaders())
                .ifPresent(sent -> sent.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value)));
        return new HttpRequest(
                http.map(RequestContext.Http::getMethod).orElse(""),
                Optional.ofNullable(event.getRawPath()).orElse(""),
                headers,
                body(event),
                http.map(RequestContext.Http::getSourceIp).orElse(null));
    }

    private static byte[] body(APIGatewayV2HTTPEvent event) {
        String body = event.getBody();
        if (body == null) {
            return new byte[0];
        }
        return event.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
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
        return "HttpRequest[" + method + " " + path + "]";
    }
}
