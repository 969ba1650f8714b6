package dev.weir.collector;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.Source;
import dev.weir.core.intake.WriteKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// The function's secrets, as files: a write key for every product and source, and one pseudonym key.
public class KeyFiles implements QuarkusTestResourceLifecycleManager {

    static final String TENANT = "acme";

    /// For pages of `shop.example` and below.
    static final String BOUND_KEY = "a-bound-key";

    /// One request a second.
    static final String SLOW_KEY = "a-slow-key";

    static final String GARBAGE_KEY = "a-key-that-sends-garbage";

    /// One event a day.
    static final String SPENT_KEY = "a-spent-key";

    private final List<Path> files = new ArrayList<>();

    static String writeKey(String product, String source) {
        return "local-" + product + "-" + source;
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "weir.write-keys", write("write-keys", writeKeys()),
                "weir.pseudonym-keys", write("pseudonym-keys", pseudonymKeys()));
    }

    private static ObjectNode writeKeys() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode keys = root.putArray("keys");
        for (String product : Catalog.load().productNames()) {
            for (Source source : Source.values()) {
                keys.addObject()
                        .put("sha256", WriteKeys.hash(writeKey(product, source.label())))
                        .put("product", product)
                        .put("tenant", TENANT)
                        .put("source", source.label());
            }
        }
        terms(keys, BOUND_KEY).putArray("origins").add("https://shop.example").add("https://*.shop.example");
        limits(keys, SLOW_KEY).put("requests_per_second", 1).put("burst_seconds", 1);
        limits(keys, GARBAGE_KEY).put("requests_per_second", 1).put("burst_seconds", 1);
        limits(keys, SPENT_KEY).put("events_per_day", 1);
        return root;
    }

    private static ObjectNode limits(ArrayNode keys, String key) {
        return terms(keys, key).putObject("limits");
    }

    private static ObjectNode terms(ArrayNode keys, String key) {
        return keys.addObject()
                .put("sha256", WriteKeys.hash(key))
                .put("product", "ott-streaming")
                .put("tenant", TENANT)
                .put("source", "client");
    }

    private static ObjectNode pseudonymKeys() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("current", 1);
        root.putObject("keys").put("1", Base64.getEncoder().encodeToString(new byte[32]));
        return root;
    }

    private String write(String name, ObjectNode content) {
        try {
            Path file = Files.createTempFile(name, ".json");
            files.add(file);
            new JsonMapper().writeValue(file.toFile(), content);
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        files.forEach(file -> file.toFile().delete());
    }
}
