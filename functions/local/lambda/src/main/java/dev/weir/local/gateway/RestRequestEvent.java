package dev.weir.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.local.lambda.Account;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Writes a request as the event that a REST API invokes a function with, payload format 1.0: every body as base64, as
/// by an API whose media types are all binary, and headers by the names that the client wrote.
///
/// Source: API Gateway developer guide, "Input format of a Lambda function for proxy integration".
record RestRequestEvent(Account account, Clock clock) {

    /// Part of the path in AWS, and not here, where the API has an address of its own.
    private static final String STAGE = "live";

    ObjectNode of(Request request, Match.Found match) {
        String path = request.uri().getRawPath();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("resource", match.route().template());
        event.put("path", path);
        event.put("httpMethod", match.route().method());
        lists(event, "headers", "multiValueHeaders", headers(request));
        lists(
                event,
                "queryStringParameters",
                "multiValueQueryStringParameters",
                RequestEvent.parameters(request.uri().getRawQuery()));
        Map<String, String> names = RequestEvent.decoded(match.parameters());
        if (names.isEmpty()) {
            event.putNull("pathParameters");
        } else {
            names.forEach(event.putObject("pathParameters")::put);
        }
        event.putNull("stageVariables");
        context(event.putObject("requestContext"), request, match);
        body(event, request);
        return event;
    }

    private static Map<String, List<String>> headers(Request request) {
        Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
        String via = request.headers().getFirst("X-Forwarded-For");
        headers.put("X-Forwarded-For", List.of(via == null ? request.sourceIp() : via + ", " + request.sourceIp()));
        headers.put("X-Forwarded-Proto", List.of("http"));
        return headers;
    }

    /// Of what is there several times, `one` has the last.
    private static void lists(ObjectNode event, String one, String all, Map<String, List<String>> values) {
        if (values.isEmpty()) {
            event.putNull(one);
            event.putNull(all);
            return;
        }
        ObjectNode single = event.putObject(one);
        ObjectNode lists = event.putObject(all);
        values.forEach((name, list) -> {
            single.put(name, list.getLast());
            list.forEach(lists.withArray(name)::add);
        });
    }

    private void context(ObjectNode context, Request request, Match.Found match) {
        Instant now = clock.instant();
        context.put("accountId", account.id());
        context.put("apiId", "local");
        context.put("resourcePath", match.route().template());
        context.put("httpMethod", match.route().method());
        context.put("path", "/" + STAGE + request.uri().getRawPath());
        context.put("protocol", request.protocol());
        context.put("stage", STAGE);
        context.put("requestId", UUID.randomUUID().toString());
        context.put("requestTime", RequestEvent.COMMON_LOG.format(now));
        context.put("requestTimeEpoch", now.toEpochMilli());
        ObjectNode identity = context.putObject("identity");
        identity.put("sourceIp", request.sourceIp());
        identity.put("userAgent", request.headers().getFirst("User-Agent"));
    }

    private static void body(ObjectNode event, Request request) {
        if (request.body().length == 0) {
            event.putNull("body");
            event.put("isBase64Encoded", false);
            return;
        }
        event.put("body", Base64.getEncoder().encodeToString(request.body()));
        event.put("isBase64Encoded", true);
    }
}
