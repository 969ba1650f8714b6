package dev.weir.collector;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jspecify.annotations.Nullable;

/// The signatures that a token may have (RFC 7518 section 3.1, RFC 8037): each of another kind of key, so that a key
/// says which one it is for. None of them uses a secret that is shared.
enum SigningAlgorithm {
    RS256("RS256"),
    ES256("ES256"),
    EDDSA("EdDSA");

    private static final int RSA_BITS = 2048;

    private final String label;

    SigningAlgorithm(String label) {
        this.label = label;
    }

    /// The name in headers and key sets.
    String label() {
        return label;
    }

    /// @throws IllegalArgumentException if it is none of these
    static SigningAlgorithm of(String label) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown algorithm '" + label + "', known: "
                        + Arrays.stream(values()).map(SigningAlgorithm::label).collect(Collectors.joining(", "))));
    }

    /// What a key of an issuer's set signs with; null where that is none of these, or the key is too weak or not for
    /// signatures.
    static @Nullable SigningAlgorithm of(JsonWebKey key) {
        SigningAlgorithm algorithm = switch (key) {
            case RsaJsonWebKey rsa when rsa.getRsaPublicKey().getModulus().bitLength() >= RSA_BITS -> RS256;
            case EllipticCurveJsonWebKey curve when curve.getCurveName().equals("P-256") -> ES256;
            case OctetKeyPairJsonWebKey pair when pair.getSubtype().equals("Ed25519") -> EDDSA;
            default -> null;
        };
        return algorithm != null && algorithm.isUseOf(key) ? algorithm : null;
    }

    private boolean isUseOf(JsonWebKey key) {
        return (key.getAlgorithm() == null || key.getAlgorithm().equals(label))
                && (key.getUse() == null || key.getUse().equals("sig"))
                && (key.getKeyOps() == null || key.getKeyOps().contains("verify"));
    }
}
