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
        return root;
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
