package dev.weir.core.intake;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.Credential;
import dev.weir.core.event.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The write keys that are accepted, known by their SHA-256 only: a key is a random secret of its own, so its plain
/// hash says nothing. A presented key is looked up by its hash, which takes no time that tells anything of a kept key:
/// nobody can choose the hash that a guess has. The hash that was found is then compared in constant time.
public final class WriteKeys {

    private static final Set<String> FIELDS =
            Set.of("sha256", "product", "tenant", "source", "origins", "limits", "created", "revoked");

    private final Map<String, WriteKey> byHash;
    private final Clock clock;

    /// @throws IllegalArgumentException if two keys have the same hash
    public WriteKeys(Collection<WriteKey> keys, Clock clock) {
        Map<String, WriteKey> all = new HashMap<>();
        for (WriteKey key : keys) {
            if (all.putIfAbsent(key.sha256(), key) != null) {
                throw new IllegalArgumentException(
                        "write keys: a key of " + key.credential().product() + " is there twice");
            }
        }
        this.byHash = Map.copyOf(all);
        this.clock = clock;
    }

    /// Reads a file of write keys:
    ///
    ///     {"keys": [{"sha256": "<hex>", "product": "…", "tenant": "…", "source": "client|server",
    ///                "origins": ["https://…"], "limits": {"events_per_second": 100},
    ///                "created": "<instant>", "revoked": "<instant>"}]}
    ///
    /// The last four may be left out.
    ///
    /// @param clock by which a key is revoked or not yet
    /// @throws IllegalArgumentException if the file has another form, which names the key's place and what is wrong
    public static WriteKeys read(Path file, Clock clock) {
        ConfigObject root = ConfigObject.read("write keys", file);
        root.requireOnly(Set.of("keys"));
        return new WriteKeys(root.objects("keys").stream().map(WriteKeys::key).toList(), clock);
    }

    private static WriteKey key(ConfigObject key) {
        key.requireOnly(FIELDS);
        try {
            return new WriteKey(
                    key.text("sha256"),
                    new Credential(key.text("product"), key.text("tenant"), Source.of(key.text("source"))),
                    new KeyTerms(
                            Set.copyOf(key.texts("origins")),
                            key.object("limits").allNumbers()),
                    key.instant("created").orElse(null),
                    key.instant("revoked").orElse(null));
        } catch (IllegalArgumentException e) {
            throw key.located(e);
        }
    }

    /// What a key proves now.
    public KeyCheck check(String presented) {
        String hash = hash(presented);
        @Nullable WriteKey key = byHash.get(hash);
        if (key == null || !same(hash, key.sha256())) {
            return new KeyCheck.Unknown();
        }
        return key.isRevokedAt(clock.instant()) ? new KeyCheck.Revoked() : new KeyCheck.Valid(key);
    }

    private static boolean same(String hash, String other) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /// The keys of products that the catalog has; nobody has the others. So a product that somebody has misspelt turns
    /// away the holder of its key, and nobody else.
    public WriteKeys within(Catalog catalog) {
        return new WriteKeys(all().stream().filter(key -> isIn(catalog, key)).toList(), clock);
    }

    /// The products that the catalog lacks, of keys that are not revoked.
    public SortedSet<String> productsBeyond(Catalog catalog) {
        Instant now = clock.instant();
        return all().stream()
                .filter(key -> !isIn(catalog, key) && !key.isRevokedAt(now))
                .map(key -> key.credential().product())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isIn(Catalog catalog, WriteKey key) {
        return catalog.product(key.credential().product()).isPresent();
    }

    /// All keys, revoked ones too.
    public Collection<WriteKey> all() {
        return byHash.values();
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

    @Override
    public String toString() {
        return "WriteKeys[" + byHash.size() + "]";
    }
}
