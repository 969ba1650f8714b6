package dev.weir.local.stack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Source;
import dev.weir.core.intake.WriteKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SortedSet;

/// The secrets of a local stack, as files in the form that functions read: fixed write keys, which are no secret, and a
/// pseudonym key, which is made once and stays.
public final class LocalKeys {

    private static final int PSEUDONYM_KEY_BYTES = 32;
    private static final String TENANT = "local";

    private LocalKeys() {}

    /// The write key of a product and source.
    public static String writeKey(String product, Source source) {
        return "local-" + product + "-" + source.label();
    }

    /// All write keys, by product and source.
    public static List<String> writeKeys(SortedSet<String> products) {
        List<String> keys = new ArrayList<>();
        for (String product : products) {
            for (Source source : Source.values()) {
                keys.add(writeKey(product, source));
            }
        }
        return keys;
    }

    /// The privacy key of a product.
    public static String privacyKey(String product) {
        return "local-" + product + "-privacy";
    }

    /// All privacy keys, by product.
    public static List<String> privacyKeys(SortedSet<String> products) {
        return products.stream().map(LocalKeys::privacyKey).toList();
    }

    /// The files of keys that functions read.
    record KeyFiles(Path writeKeys, Path pseudonymKeys, Path privacyKeys, Path evidenceKey) {}

    static KeyFiles ensure(Path folder, SortedSet<String> products) throws IOException {
        return new KeyFiles(
                ensureWriteKeys(folder, products),
                ensurePseudonymKeys(folder),
                ensurePrivacyKeys(folder, products),
                ensureEvidenceKey(folder));
    }

    private static Path ensurePrivacyKeys(Path folder, SortedSet<String> products) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        var keys = root.putArray("keys");
        for (String product : products) {
            keys.addObject()
                    .put("sha256", WriteKeys.hash(privacyKey(product)))
                    .put("product", product)
                    .put("tenant", TENANT);
        }
        return write(folder.resolve("privacy-keys.json"), root);
    }

    private static Path ensureEvidenceKey(Path folder) throws IOException {
        Path file = folder.resolve("evidence-key.json");
        if (Files.exists(file)) {
            return file;
        }
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return write(
                    file,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put(
                                    "public",
                                    base64.encodeToString(pair.getPublic().getEncoded()))
                            .put(
                                    "private",
                                    base64.encodeToString(pair.getPrivate().getEncoded())));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has Ed25519", impossible);
        }
    }

    static Path ensureWriteKeys(Path folder, SortedSet<String> products) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        var keys = root.putArray("keys");
        for (String product : products) {
            for (Source source : Source.values()) {
                keys.addObject()
                        .put("sha256", WriteKeys.hash(writeKey(product, source)))
                        .put("product", product)
                        .put("tenant", TENANT)
                        .put("source", source.label());
            }
        }
        Files.createDirectories(folder);
        return write(folder.resolve("write-keys.json"), root);
    }

    static Path ensurePseudonymKeys(Path folder) throws IOException {
        Path file = folder.resolve("pseudonym-keys.json");
        if (Files.exists(file)) {
            return file;
        }
        byte[] secret = new byte[PSEUDONYM_KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("current", 1);
        root.putObject("keys").put("1", Base64.getEncoder().encodeToString(secret));
        Files.createDirectories(folder);
        return write(file, root);
    }

    private static Path write(Path file, ObjectNode content) throws IOException {
        new JsonMapper().writeValue(file.toFile(), content);
        return file;
    }
}
