package dev.weir.local.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/// Signs access tokens for a local stack, with a key of its own: made once, kept with the other secrets, and of no
/// worth
/// anywhere else.
public final class LocalIssuer {

    /// What its tokens have in `iss`.
    public static final String NAME = "weir-local";

    private final PublicJsonWebKey pair;

    private LocalIssuer(PublicJsonWebKey pair) {
        this.pair = pair;
    }

    /// The issuer of a stack; with a new key where the stack has none yet.
    public static LocalIssuer of(StateFolder state) throws IOException {
        Path file = state.secrets().resolve("token-key.json");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(state.secrets());
                Files.writeString(file, generated().toJson(OutputControlLevel.INCLUDE_PRIVATE));
            }
            return new LocalIssuer(PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file)));
        } catch (JoseException e) {
            throw new IOException(file + " is no key for tokens; delete it, and a new one is made", e);
        }
    }

    private static PublicJsonWebKey generated() throws JoseException {
        PublicJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        pair.setKeyId(pair.calculateBase64urlEncodedThumbprint("SHA-256"));
        pair.setUse("sig");
        return pair;
    }

    /// The public half, as a JSON Web Key Set.
    String keySet() {
        return new JsonWebKeySet(pair).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /// An access token, signed with ES256.
    public String sign(ObjectNode claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        token.setKeyIdHeaderValue(pair.getKeyId());
        token.setHeader("typ", "at+jwt");
        token.setPayload(claims.toString());
        token.setKey(pair.getPrivateKey());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the key of the local issuer does not sign", e);
        }
    }

    @Override
    public String toString() {
        return "LocalIssuer[redacted]";
    }
}
