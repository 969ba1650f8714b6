package dev.weir.core.intake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.event.Credential;
import dev.weir.core.event.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The write keys that are accepted, known by their SHA-256 only: a key is a random secret of its own, so its plain
/// hash says nothing, and looking up a hash takes no time that depends on the key.
public final class WriteKeys {

    private final Map<String, Credential> byHash;

    public WriteKeys(Map<String, Credential> byHash) {
        this.byHash = Map.copyOf(byHash);
    }

    /// Reads `{"keys": [{"sha256": "<hex>", "product": "…", "tenant": "…", "source": "client|server"}]}`.
    ///
    /// @throws IllegalArgumentException if the file has another form, which names what is missing
    public static WriteKeys read(Path file) {
        try {
            Map<String, Credential> byHash = new HashMap<>();
            for (JsonNode key : new JsonMapper().readTree(file.toFile()).path("keys")) {
                byHash.put(
                        text(key, "sha256"),
                        new Credential(text(key, "product"), text(key, "tenant"), Source.of(text(key, "source"))));
            }
            return new WriteKeys(byHash);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("write keys: " + file.getFileName() + " is not JSON");
        } catch (IOException e) {
            throw new UncheckedIOException("write keys: cannot read " + file.getFileName(), e);
        }
    }

    /// What a key proves; empty for a key that is not known.
    public Optional<Credential> find(String key) {
        return Optional.ofNullable(byHash.get(hash(key)));
    }

    /// The products that keys are there for.
    public Set<String> products() {
        return byHash.values().stream().map(Credential::product).collect(Collectors.toUnmodifiableSet());
    }

    /// The form in which a key is kept: SHA-256 in lower-case hex.
    public static String hash(String key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String text(JsonNode key, String field) {
        JsonNode value = key.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("write keys: a key lacks '" + field + "'");
        }
        return value.textValue();
    }

    @Override
    public String toString() {
        return "WriteKeys[" + byHash.size() + "]";
    }
}
