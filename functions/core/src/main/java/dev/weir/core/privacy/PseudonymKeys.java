package dev.weir.core.privacy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// The secrets behind pseudonyms, by version. New pseudonyms are made with the current one; the others are kept so that
/// erasure and access still find what they made.
public final class PseudonymKeys {

    /// The least that a secret must have, in bytes: the output size of SHA-256 (RFC 2104, section 3).
    public static final int LEAST_BYTES = 32;

    private final int current;
    private final Map<Integer, byte[]> secrets;

    /// @throws IllegalArgumentException if the current version is missing or a secret is too short
    public PseudonymKeys(int current, Map<Integer, byte[]> secrets) {
        if (!secrets.containsKey(current)) {
            throw new IllegalArgumentException("pseudonym keys: the current version " + current + " has no key");
        }
        secrets.forEach((version, secret) -> {
            if (version < 1 || secret.length < LEAST_BYTES) {
                throw new IllegalArgumentException(
                        "pseudonym keys: version " + version + " must be 1 or more and have at least 32 bytes");
            }
        });
        this.current = current;
        this.secrets = new TreeMap<>(secrets);
    }

    /// Reads `{"current": 1, "keys": {"1": "<base64>"}}`.
    ///
    /// @throws IllegalArgumentException if the file has another form; its content is never part of the message
    public static PseudonymKeys read(Path file) {
        try {
            JsonNode root = new JsonMapper().readTree(file.toFile());
            Map<Integer, byte[]> secrets = new HashMap<>();
            root.path("keys")
                    .forEachEntry((version, secret) -> secrets.put(
                            Integer.valueOf(version), Base64.getDecoder().decode(secret.asText())));
            return new PseudonymKeys(root.path("current").asInt(), secrets);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException("pseudonym keys: " + file.getFileName()
                    + " must be {\"current\": n, \"keys\": {\"n\": base64}}" + " with keys of at least 32 bytes");
        } catch (IOException e) {
            throw new UncheckedIOException("pseudonym keys: cannot read " + file.getFileName(), e);
        }
    }

    int current() {
        return current;
    }

    byte[] secret(int version) {
        byte[] secret = secrets.get(version);
        if (secret == null) {
            throw new IllegalArgumentException("pseudonym keys: no version " + version);
        }
        return secret.clone();
    }

    @Override
    public String toString() {
        return "PseudonymKeys[versions " + secrets.keySet() + ", current " + current + "]";
    }
}
