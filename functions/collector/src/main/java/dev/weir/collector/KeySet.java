package dev.weir.collector;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/// The public keys that an issuer signs with (RFC 7517).
record KeySet(Map<Name, PublicKey> keys) {

    static final KeySet NONE = new KeySet(Map.of());

    /// What a token says of its key.
    record Name(String id, SigningAlgorithm algorithm) {}

    KeySet {
        keys = Map.copyOf(keys);
    }

    /// Reads a key set, and leaves out what no token could be verified with: keys without an id, secrets, weak keys,
    /// and
    /// keys for something else. Of two keys with the same name the first counts.
    ///
    /// @throws IllegalArgumentException if the text is no key set
    static KeySet parse(String json) {
        try {
            Map<Name, PublicKey> keys = new HashMap<>();
            for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
                @Nullable SigningAlgorithm algorithm = SigningAlgorithm.of(key);
                if (algorithm != null && key.getKeyId() != null && key instanceof PublicJsonWebKey pair) {
                    keys.putIfAbsent(new Name(key.getKeyId(), algorithm), pair.getPublicKey());
                }
            }
            return new KeySet(keys);
        } catch (JoseException | ClassCastException _) {
            throw new IllegalArgumentException("is no JSON Web Key Set");
        }
    }

    Optional<PublicKey> find(Name name) {
        return Optional.ofNullable(keys.get(name));
    }
}
