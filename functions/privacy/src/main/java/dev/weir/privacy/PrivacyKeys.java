package dev.weir.privacy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.intake.WriteKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The keys that may ask for people to be erased, known by their SHA-256 only. They are no write keys, and write keys
/// are none of them: who sends events cannot erase people.
final class PrivacyKeys {

    private final Map<String, Grant> byHash;

    private PrivacyKeys(Map<String, Grant> byHash) {
        this.byHash = Map.copyOf(byHash);
    }

    /// What a key stands for.
    record Grant(String product, String tenant) {}

    /// Reads `{"keys": [{"sha256": "<hex>", "product": "…", "tenant": "…", "revoked": "<instant>"}]}`. A key that has
    /// `revoked`, whatever it says, is none.
    ///
    /// @throws IllegalArgumentException if the file has another form, which names what is missing
    static PrivacyKeys read(Path file) {
        try {
            Map<String, Grant> byHash = new HashMap<>();
            Set<String> revoked = new HashSet<>();
            for (JsonNode key : new JsonMapper().readTree(file.toFile()).path("keys")) {
                Grant grant = new Grant(text(key, "product"), text(key, "tenant"));
                String hash = text(key, "sha256");
                if (key.has("revoked")) {
                    revoked.add(hash);
                }
                byHash.put(hash, grant);
            }
            byHash.keySet().removeAll(revoked);
            return new PrivacyKeys(byHash);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("privacy keys: " + file.getFileName() + " is not JSON");
        } catch (IOException e) {
            throw new UncheckedIOException("privacy keys: cannot read " + file.getFileName(), e);
        }
    }

    /// The products that the catalog lacks, of keys that are not revoked.
    SortedSet<String> productsBeyond(Catalog catalog) {
        return byHash.values().stream()
                .map(Grant::product)
                .filter(product -> catalog.product(product).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Optional<Grant> find(String key) {
        return Optional.ofNullable(byHash.get(WriteKeys.hash(key)));
    }

    private static String text(JsonNode key, String field) {
        JsonNode value = key.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("privacy keys: a key lacks '" + field + "'");
        }
        return value.textValue();
    }

    @Override
    public String toString() {
        return "PrivacyKeys[" + byHash.size() + "]";
    }
}
