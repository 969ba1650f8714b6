package dev.weir.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.local.lambda.Invocation;
import dev.weir.local.lambda.Invoker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/// A function that remembers the batches it was given, as the texts of their records, and answers
/// by a script.
final class ScriptedFunction implements Invoker {

    private static final JsonMapper JSON = new JsonMapper();

    private final Function<List<String>, Invocation> script;
    private final List<List<String>> batches = new ArrayList<>();
    private final List<JsonNode> events = new ArrayList<>();

    ScriptedFunction(Function<List<String>, Invocation> script) {
        this.script = script;
    }

    static ScriptedFunction succeeding() {
        return new ScriptedFunction(_ -> answered(""));
    }

    static Invocation answered(String payload) {
        return new Invocation.Answered(payload.getBytes(StandardCharsets.UTF_8));
    }

    static Invocation failed() {
        return new Invocation.Failed("java.lang.IllegalStateException", "no");
    }

    @Override
    public Invocation invoke(String function, byte[] payload) {
        List<String> batch = new ArrayList<>();
        JsonNode event = parse(payload);
        event.path("Records").forEach(record -> batch.add(text(record.path("kinesis"))));
        synchronized (this) {
            events.add(event);
            batches.add(batch);
        }
        return script.apply(batch);
    }

    synchronized List<List<String>> batches() {
        return List.copyOf(batches);
    }

    synchronized JsonNode event(int index) {
        return events.get(index);
    }

    private static JsonNode parse(byte[] payload) {
        try {
            return JSON.readTree(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode kinesis) {
        byte[] data = Base64.getDecoder().decode(kinesis.path("data").asText());
        return new String(data, StandardCharsets.UTF_8);
    }
}
