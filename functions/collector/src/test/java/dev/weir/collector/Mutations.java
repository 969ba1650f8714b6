package dev.weir.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Requests that went wrong on their way: a value that turned into another, a member that came or went, bytes that were
/// damaged.
final class Mutations {

    /// What must not be seen outside.
    static final String CANARY = "canary-9f1c";

    private static final String PLACE = "the-place-of-a-value";
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-0",
            "-1",
            "1e64",
            "1e999999999",
            "-1e-999999999",
            "-1e-64",
            "9".repeat(64),
            "\"\"",
            "\"" + CANARY + "\"",
            "\"" + CANARY.repeat(300) + "\"",
            "\"" + CANARY + "@example.org +49 30 901820 4111 1111 1111 1111\"",
            "\"\\u0000" + CANARY + "\\ud83d\"",
            "\"2026-02-08T14:03:27+99:99\"",
            "[]",
            "[[\"" + CANARY + "\"]]",
            "{}",
            "{\"" + CANARY + "@example.org\":\"" + CANARY + "\"}",
            "[".repeat(20) + "]".repeat(20));
    private static final List<String> KEYS =
            List.of("", CANARY + "@example.org", "a/b~c", "\u0000" + CANARY + " ", "\ud83d" + CANARY, "events");

    private final RandomGenerator random;

    Mutations(RandomGenerator random) {
        this.random = random;
    }

    String ofValues(JsonNode request) {
        if (!(request instanceof ContainerNode<?> container)) {
            return oneOf(VALUES);
        }
        JsonNode mutated = container.deepCopy();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            mutate(oneOf(containers(mutated)));
        }
        String text = mutated.toString();
        while (text.contains(PLACE)) {
            text = text.replaceFirst("\"" + PLACE + "\"", oneOf(VALUES).replace("\\", "\\\\"));
        }
        return text;
    }

    byte[] ofBytes(byte[] request) {
        ByteArrayOutputStream mutated = new ByteArrayOutputStream();
        int from = random.nextInt(request.length);
        int to = Math.min(request.length, from + 1 + random.nextInt(8));
        mutated.write(request, 0, from);
        switch (random.nextInt(4)) {
            case 0 -> mutated.write(random.nextInt(256));
            case 1 -> mutated.writeBytes(new byte[] {'"', '{', '[', ',', ':', '\\'});
            case 2 -> repeat(mutated, request, from, to);
            default -> to = request.length;
        }
        mutated.write(request, to, request.length - to);
        return mutated.toByteArray();
    }

    private static void repeat(ByteArrayOutputStream out, byte[] bytes, int from, int to) {
        for (int i = 0; i < 3; i++) {
            out.write(bytes, from, to - from);
        }
    }

    private void mutate(ContainerNode<?> container) {
        switch (container) {
            case ObjectNode object -> mutate(object);
            case ArrayNode array when array.isEmpty() -> array.add(PLACE);
            case ArrayNode array -> array.set(random.nextInt(array.size()), PLACE);
            default -> throw new AssertionError("a third kind of container");
        }
    }

    private void mutate(ObjectNode object) {
        List<String> keys = object.properties().stream().map(Map.Entry::getKey).toList();
        switch (keys.isEmpty() ? 0 : random.nextInt(4)) {
            case 0 -> object.put(oneOf(KEYS), PLACE);
            case 1 -> object.remove(oneOf(keys));
            default -> object.put(oneOf(keys), PLACE);
        }
    }

    private static List<ContainerNode<?>> containers(JsonNode root) {
        List<ContainerNode<?>> found = new ArrayList<>();
        if (root instanceof ContainerNode<?> container) {
            found.add(container);
            container.forEach(child -> found.addAll(containers(child)));
        }
        return found;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
