package dev.weir.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import dev.weir.local.lambda.Account;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes a request as the event that an HTTP API invokes a function with, payload format 2.0; [RestRequestEvent] has
/// 1.0.
///
/// Source: API Gateway developer guide, "Create AWS Lambda proxy integrations for HTTP APIs".
record RequestEvent(Account account, Clock clock) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern COOKIES = Pattern.compile(";\\s*");
    static final DateTimeFormatter COMMON_LOG = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /// The event of the route's format.
    byte[] json(Request request, Match.Found match) {
        ObjectNode event = switch (match.route().payload()) {
            case HTTP -> http(request, match);
            case REST -> new RestRequestEvent(account, clock).of(request, match);
        };
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    private ObjectNode http(Request request, Match.Found match) {
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "2.0");
        event.put("routeKey", match.route().key());
        event.put("rawPath", request.uri().getRawPath());
        String query = request.uri().getRawQuery();
        event.put("rawQueryString", query == null ? "" : query);
        cookies(event, request.headers());
        headers(event.putObject("headers"), request);
        strings(event, "queryStringParameters", query(query));
        context(event.putObject("requestContext"), request, match);
        strings(event, "pathParameters", decoded(match.parameters()));
        body(event, request);
        return event;
    }

    private static void cookies(ObjectNode event, Headers headers) {
        for (String line : headers.getOrDefault("Cookie", List.of())) {
            COOKIES.splitAsStream(line).forEach(event.withArray("cookies")::add);
        }
    }

    private static void headers(ObjectNode to, Request request) {
        request.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Cookie")) {
                to.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
            }
        });
        String via = to.path("x-forwarded-for").asText("");
        to.put("x-forwarded-for", via.isEmpty() ? request.sourceIp() : via + ", " + request.sourceIp());
        to.put("x-forwarded-proto", "http");
    }

    private static void strings(ObjectNode event, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            ObjectNode to = event.putObject(name);
            values.forEach(to::put);
        }
    }

    private void context(ObjectNode context, Request request, Match.Found match) {
        Instant now = clock.instant();
        String host = request.headers().getFirst("Host");
        context.put("accountId", account.id());
        context.put("apiId", "local");
        context.put("domainName", host == null ? "127.0.0.1" : host);
        context.put("domainPrefix", "local");
        ObjectNode http = context.putObject("http");
        http.put("method", match.route().method());
        http.put("path", request.uri().getRawPath());
        http.put("protocol", request.protocol());
        http.put("sourceIp", request.sourceIp());
        String agent = request.headers().getFirst("User-Agent");
        http.put("userAgent", agent == null ? "" : agent);
        context.put("requestId", UUID.randomUUID().toString());
        context.put("routeKey", match.route().key());
        context.put("stage", "$default");
        context.put("time", COMMON_LOG.format(now));
        context.put("timeEpoch", now.toEpochMilli());
    }

    private static void body(ObjectNode event, Request request) {
        if (request.body().length == 0) {
            event.put("isBase64Encoded", false);
            return;
        }
        Body body = Body.of(request.headers(), request.body());
        event.put("body", body.text());
        event.put("isBase64Encoded", body.isBase64());
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> joined = new LinkedHashMap<>();
        parameters(raw).forEach((name, values) -> joined.put(name, String.join(",", values)));
        return joined;
    }

    /// Parameters of a query, decoded, each with all its values.
    static Map<String, List<String>> parameters(@Nullable String raw) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                if (!parts[0].isEmpty()) {
                    parameters
                            .computeIfAbsent(decode(parts[0]), _ -> new ArrayList<>())
                            .add(parts.length == 2 ? decode(parts[1]) : "");
                }
            }
        }
        return parameters;
    }

    static Map<String, String> decoded(Map<String, String> raw) {
        Map<String, String> decoded = new LinkedHashMap<>();
        // In a path, unlike in a query, a plus is a plus.
        raw.forEach((name, value) -> decoded.put(name, decode(value.replace("+", "%2B"))));
        return decoded;
    }

    /// What is not valid percent-encoding stands for itself.
    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
