package dev.weir.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// What a REST API makes of the request of an event of an HTTP API: payload format 1.0, by a stage with a name, every
/// body as base64, because all media types are binary.
final class RestEvent {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String STAGE = "live";

    private RestEvent() {}

    static ObjectNode of(ObjectNode http) {
        JsonNode context = http.at("/requestContext/http");
        String path = http.path("rawPath").asText();
        ObjectNode event = JSON.createObjectNode();
        event.put("resource", path).put("path", "/" + STAGE + path);
        event.put("httpMethod", context.path("method").asText());
        put(event, "headers", "multiValueHeaders", http.path("headers"));
        put(event, "queryStringParameters", "multiValueQueryStringParameters", http.path("queryStringParameters"));
        event.putNull("pathParameters").putNull("stageVariables");
        event.putObject("requestContext")
                .put("stage", STAGE)
                .put("resourcePath", path)
                .put("path", "/" + STAGE + path)
                .put("httpMethod", context.path("method").asText())
                .putObject("identity")
                .put("sourceIp", context.path("sourceIp").asText());
        body(event, http);
        return event;
    }

    /// Of what is there several times, `one` has the last, and `all` has all; names as a client may write them.
    private static void put(ObjectNode event, String one, String all, JsonNode values) {
        if (values.isEmpty()) {
            event.putNull(one).putNull(all);
            return;
        }
        ObjectNode single = event.putObject(one);
        ObjectNode lists = event.putObject(all);
        boolean headers = one.equals("headers");
        values.forEachEntry((name, value) -> {
            String written = headers ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
            String[] parts = value.asText().split(",", -1);
            single.put(written, parts[parts.length - 1]);
            for (String part : parts) {
                lists.withArray(written).add(part);
            }
        });
    }

    private static void body(ObjectNode event, ObjectNode http) {
        if (!http.has("body")) {
            event.putNull("body").put("isBase64Encoded", false);
            return;
        }
        String body = http.path("body").asText();
        event.put(
                        "body",
                        http.path("isBase64Encoded").asBoolean()
                                ? body
                                : Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)))
                .put("isBase64Encoded", true);
    }
}
