package dev.weir.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaRecorder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A request as the gateway hands it to the running function: its JSON in, the answer's JSON out, as Lambda does it.
final class Call {

    static final String CLIENT_KEY = KeyFiles.writeKey("ott-streaming", "client");

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode event = JSON.createObjectNode();
    private final ObjectNode headers;

    private Call(String method, String path) {
        event.put("version", "2.0").put("rawPath", path).put("isBase64Encoded", false);
        event.putObject("requestContext")
                .putObject("http")
                .put("method", method)
                .put("path", path)
                .put("sourceIp", "203.0.113.7");
        headers = event.putObject("headers").put("content-type", "application/json");
    }

    static Call to(String method, String path) {
        return new Call(method, path);
    }

    /// A batch, sent by an app.
    static Call events(String body) {
        return to("POST", "/v1/events").header("x-write-key", CLIENT_KEY).body(body);
    }

    /// A batch, sent by an app, in bytes that the gateway does not take for text.
    static Call events(byte[] body) {
        return to("POST", "/v1/events").header("x-write-key", CLIENT_KEY).body(body);
    }

    Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /// A parameter of the query.
    Call query(String name, String value) {
        event.withObject("/queryStringParameters").put(name, value);
        return this;
    }

    Call without(String header) {
        headers.remove(header);
        return this;
    }

    /// @param address what the gateway says that the client's is
    Call from(String address) {
        event.withObject("/requestContext/http").put("sourceIp", address);
        return this;
    }

    Call body(String body) {
        event.put("body", body);
        return this;
    }

    Call body(byte[] body) {
        event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
        return this;
    }

    Reply send() {
        return send(json());
    }

    /// As a REST API sends it.
    Reply sendByRest() {
        return send(RestEvent.of(event).toString());
    }

    /// What the gateway sends.
    String json() {
        return event.toString();
    }

    static Reply send(String json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            AmazonLambdaRecorder.handle(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), out, null);
            JsonNode answer = JSON.readTree(out.toByteArray());
            String text = answer.path("body").asText();
            return new Reply(answer.path("statusCode").asInt(), answer.path("headers"), text, JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param text the body as it was sent
    record Reply(int status, JsonNode headers, String text, JsonNode body) {

        String header(String name) {
            return headers.path(name).asText();
        }

        JsonNode result(int index) {
            return body.path("results").path(index);
        }
    }
}
