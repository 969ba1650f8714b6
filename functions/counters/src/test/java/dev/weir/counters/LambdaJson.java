package dev.weir.counters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.funqy.lambda.FunqyLambdaBindingRecorder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Hands the running function an event as Lambda does: JSON in, JSON out.
final class LambdaJson {

    static final JsonMapper JSON = new JsonMapper();

    private LambdaJson() {}

    static JsonNode invoke(JsonNode event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FunqyLambdaBindingRecorder.handle(
                new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)), out, null);
        return JSON.readTree(out.toByteArray());
    }
}
