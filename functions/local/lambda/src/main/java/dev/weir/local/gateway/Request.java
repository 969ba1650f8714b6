package dev.weir.local.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A request that was read whole. `toString()` leaves out all that came from the client.
record Request(String method, URI uri, String protocol, Headers headers, byte[] body, String sourceIp) {

    /// API Gateway's bound on request line and headers together, in bytes.
    static final int LARGEST_HEAD = 10_240;

    /// API Gateway's bound on a body, in bytes.
    static final int LARGEST_BODY = 10 * 1024 * 1024;

    static Request of(HttpExchange exchange, byte[] body) {
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getProtocol(),
                exchange.getRequestHeaders(),
                body,
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    static boolean isHeadTooLarge(HttpExchange exchange) {
        long size = 4L
                + exchange.getRequestMethod().length()
                + exchange.getRequestURI().toString().length()
                + exchange.getProtocol().length();
        for (Map.Entry<String, List<String>> header :
                exchange.getRequestHeaders().entrySet()) {
            for (String value : header.getValue()) {
                size += header.getKey().length() + value.getBytes(StandardCharsets.UTF_8).length + 4;
            }
        }
        return size > LARGEST_HEAD;
    }

    @Override
    public String toString() {
        return "Request[" + body.length + " bytes]";
    }
}
