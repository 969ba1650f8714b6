package dev.weir.local.samples;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Events changed in one or two places: a value is dropped, replaced, stretched, nested or added.
final class Mutations {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final JsonNode ODD = parse("""
            [null, true, 0, 1, -1, 1.0, 0.5, 1e3, 1e400, 101, 599.5, 2147483647, 2147483648, 9007199254740991,
             9007199254740992, 9223372036854775808, 18446744073709551617, "", " ", "a", "A", "1", "é", "a\\n", "IT", "it",
             "ITA", "\\ud83d", "\\ud83d\\ude00", "2026-02-29", "2026-02-28", "2026-02-08T14:30:00Z",
             "2026-02-08T14:30:60Z", "2026-02-08T14:30:00-00:00", "2026-02-08T14:30:00+18:00", "0000-01-01T00:00:00Z",
             "019c2cc4-733e-7e06-9f3a-a36aaf94290e", [], ["a", "a"], ["a", "b"], [1, 1.0], {}, {"a": "b"}, {"": null}]""");

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode of(JsonNode original) {
        JsonNode mutant = original.deepCopy();
        for (int i = random.nextInt(2); i >= 0; i--) {
            List<JsonNode> containers = new ArrayList<>();
            collect(mutant, containers);
            change(containers.get(random.nextInt(containers.size())));
        }
        return mutant;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void change(JsonNode container) {
        switch (container) {
            case ObjectNode object
            when object.isEmpty() || random.nextInt(8) == 0 -> object.set("added_" + random.nextInt(3), odd());
            case ObjectNode object -> {
                String name = List.copyOf(object.propertyStream().toList())
                        .get(random.nextInt(object.size()))
                        .getKey();
                replace(object, name);
            }
            case ArrayNode array -> array.add(array.isEmpty() || random.nextBoolean() ? odd() : array.get(0));
            default -> throw new IllegalArgumentException("no container");
        }
    }

    private void replace(ObjectNode object, String name) {
        JsonNode value = object.get(name);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, object.objectNode().set("a", value));
            case 2 -> object.set(name, object.arrayNode().add(value));
            case 3 -> object.put(name, value.asText() + "x".repeat(1 << random.nextInt(10)));
            default -> object.set(name, odd());
        }
    }

    private JsonNode odd() {
        return ODD.get(random.nextInt(ODD.size())).deepCopy();
    }
}
