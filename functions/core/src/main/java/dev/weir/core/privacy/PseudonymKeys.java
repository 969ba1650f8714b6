package dev.weir.core.privacy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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

    /// Reads a file that holds what [#parse] takes.
    ///
    /// @throws IllegalArgumentException if it has another form; its content is never part of the message
    public static PseudonymKeys read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file.getFileName() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("pseudonym keys: cannot read " + file.getFileName(), e);
        }
    }

    /// Reads `{"current": 1, "keys": {"1": "<base64>"}}`, as it is in a file or in a secret of AWS Secrets Manager.
    ///
    /// @throws IllegalArgumentException if the text has another form; it is never part of the message
    public static PseudonymKeys parse(String json) {
        try {
            JsonNode root = new JsonMapper().readTree(json);
            Map<Integer, byte[]> secrets = new HashMap<>();
            root.path("keys")
                    .forEachEntry((version, secret) -> secrets.put(
                            Integer.valueOf(version), Base64.getDecoder().decode(secret.asText())));
            return new PseudonymKeys(root.path("current").asInt(), secrets);
        } catch (JacksonException | IllegalArgumentException e) {
            // Without its cause, which may quote the text.
            throw new IllegalArgumentException("pseudonym keys: must be {\"current\": n, \"keys\": {\"n\": base64}},"
                    + " with keys of at least 32 bytes and one of them for the current version");
        }
    }

    /// The versions that there are, the current one first, then the newest.
    List<Integer> versions() {
        List<Integer> versions = new ArrayList<>(secrets.keySet());
        versions.sort(
                Comparator.comparing((Integer version) -> version != current).thenComparing(Comparator.reverseOrder()));
        return versions;
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
