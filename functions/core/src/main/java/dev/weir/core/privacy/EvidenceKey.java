package dev.weir.core.privacy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The Ed25519 key ([RFC 8032](https://www.rfc-editor.org/rfc/rfc8032)) that evidence is signed with, or only its
/// public
/// half, which is enough to check evidence.
public final class EvidenceKey {

    private static final String ALGORITHM = "Ed25519";

    private final PublicKey publicKey;
    private final @Nullable PrivateKey privateKey;

    private EvidenceKey(PublicKey publicKey, @Nullable PrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /// Reads `{"public": "<base64 of X.509>", "private": "<base64 of PKCS #8>"}`; without `private` it cannot sign.
    ///
    /// @throws IllegalArgumentException if the file has another form; its content is never part of the message
    public static EvidenceKey read(Path file) {
        try {
            JsonNode json = new JsonMapper().readTree(file.toFile());
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            PublicKey verifying = keys.generatePublic(new X509EncodedKeySpec(bytes(json, "public")));
            PrivateKey signing =
                    json.has("private") ? keys.generatePrivate(new PKCS8EncodedKeySpec(bytes(json, "private"))) : null;
            return new EvidenceKey(verifying, signing);
        } catch (JacksonException | GeneralSecurityException | IllegalArgumentException broken) {
            // Without its cause, which may quote the key.
            throw new IllegalArgumentException("evidence key: " + file.getFileName()
                    + " must be {\"public\": base64, \"private\": base64} of an Ed25519 key");
        } catch (IOException e) {
            throw new UncheckedIOException("evidence key: cannot read " + file.getFileName(), e);
        }
    }

    private static byte[] bytes(JsonNode json, String field) {
        return Base64.getDecoder().decode(json.path(field).asText());
    }

    byte[] sign(byte[] message) {
        if (privateKey == null) {
            throw new IllegalStateException("evidence key: its private half is missing, so it cannot sign");
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, impossible);
        }
    }

    boolean verifies(byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(publicKey);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "EvidenceKey[redacted]";
    }
}
