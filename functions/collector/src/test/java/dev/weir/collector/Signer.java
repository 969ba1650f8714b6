package dev.weir.collector;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.Key;
import java.security.PublicKey;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/// An issuer's side: a key pair, and tokens that it signs.
final class Signer {

    private static final PublicJsonWebKey RSA = rsa();

    private final String algorithm;
    private final PublicJsonWebKey pair;

    private Signer(String algorithm, PublicJsonWebKey pair, String kid) {
        this.algorithm = algorithm;
        this.pair = pair;
        pair.setKeyId(kid);
    }

    static Signer of(SigningAlgorithm algorithm, String kid) {
        return switch (algorithm) {
            case RS256 -> new Signer("RS256", RSA, kid);
            case ES256 -> ec(kid);
            case EDDSA -> ed(kid);
        };
    }

    static Signer ec(String kid) {
        try {
            return new Signer("ES256", EcJwkGenerator.generateJwk(EllipticCurves.P256), kid);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Signer ed(String kid) {
        try {
            return new Signer("EdDSA", OkpJwkGenerator.generateJwk("Ed25519"), kid);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicJsonWebKey rsa() {
        try {
            return RsaJwkGenerator.generateJwk(2048);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    String kid() {
        return pair.getKeyId();
    }

    PublicKey publicKey() {
        return pair.getPublicKey();
    }

    PublicJsonWebKey jwk() {
        return pair;
    }

    static String keySet(Signer... signers) {
        JsonWebKeySet set = new JsonWebKeySet();
        for (Signer signer : signers) {
            set.addJsonWebKey(signer.pair);
        }
        return set.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    String sign(ObjectNode claims) {
        return sign(claims, new JsonMapper().createObjectNode());
    }

    /// @param header members of the header that replace or join the usual ones; null takes one away
    String sign(ObjectNode claims, ObjectNode header) {
        return sign(claims.toString(), algorithm, pair.getPrivateKey(), header);
    }

    /// A token that is signed in whatever way, right or wrong.
    String sign(String payload, String alg, @Nullable Key key, ObjectNode header) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(payload);
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setDoKeyValidation(false);
        signature.setAlgorithmHeaderValue(alg);
        signature.setKeyIdHeaderValue(kid());
        signature.setHeader("typ", "at+jwt");
        header.properties()
                .forEach(member -> signature
                        .getHeaders()
                        .setObjectHeaderValue(
                                member.getKey(), new JsonMapper().convertValue(member.getValue(), Object.class)));
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
