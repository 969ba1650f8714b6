package dev.weir.collector;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.JoseException;

/// A signed token of which nothing is believed yet. Its header says the key and the algorithm, and nothing else that is
/// heard: a key or URL that it brings along (`jwk`, `jku`, `x5c`, `x5u`) is never looked at, and with `crit` it is
/// refused.
///
/// @param keyName what its header says of its key
record UnverifiedToken(JwtContext context, JsonWebSignature signature, JwtClaims claims, KeySet.Name keyName) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> TYPES = Set.of("", "jwt", "at+jwt", "application/at+jwt");
    private static final JwtConsumer PARSER = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();

    static UnverifiedToken parse(String token) throws BadToken {
        JwtContext context = context(token);
        if (context.getJoseObjects().size() != 1
                || !(context.getJoseObjects().getFirst() instanceof JsonWebSignature signature)) {
            throw new BadToken("it must be signed, and neither encrypted nor nested");
        }
        if (signature.getObjectHeader("crit") != null) {
            throw new BadToken("its header has 'crit', of which nothing is understood here");
        }
        if (!TYPES.contains(text(signature, "typ").toLowerCase(Locale.ROOT))) {
            throw new BadToken("its type must be at+jwt or JWT");
        }
        return new UnverifiedToken(context, signature, context.getJwtClaims(), keyName(signature));
    }

    private static JwtContext context(String token) throws BadToken {
        try {
            return PARSER.process(token);
        } catch (InvalidJwtException | ClassCastException _) {
            throw new BadToken("it is not a JWT");
        }
    }

    private static KeySet.Name keyName(JsonWebSignature signature) throws BadToken {
        String id = text(signature, "kid");
        if (id.isEmpty()) {
            throw new BadToken("its header must name its key in 'kid'");
        }
        try {
            return new KeySet.Name(id, SigningAlgorithm.of(text(signature, "alg")));
        } catch (IllegalArgumentException _) {
            throw new BadToken("its algorithm is not taken");
        }
    }

    /// A field of the header; empty where it is not there.
    private static String text(JsonWebSignature signature, String field) throws BadToken {
        return switch (signature.getObjectHeader(field)) {
            case String text -> text;
            case null -> "";
            default -> throw new BadToken("its header '" + field + "' must be a string");
        };
    }

    /// The entry of the issuer and audience that the token names.
    Issuer issuer(Issuers issuers) throws BadToken {
        try {
            List<Issuer> entries = issuers.named(String.valueOf(claims.getIssuer()));
            if (entries.isEmpty()) {
                throw new BadToken("its issuer is not trusted here");
            }
            List<Issuer> meant = Issuers.forAudience(entries, claims.getAudience());
            if (meant.size() != 1) {
                throw new BadToken(meant.isEmpty() ? "it is for another audience" : "it is for several audiences");
            }
            return meant.getFirst();
        } catch (MalformedClaimException _) {
            throw new BadToken("its 'iss' or 'aud' has another form than a JWT's");
        }
    }

    /// Checks all that can be without a key.
    void checkAgainst(Issuer issuer, Instant now) throws BadToken {
        if (!issuer.algorithms().contains(keyName.algorithm())) {
            throw new BadToken("its algorithm is not taken");
        }
        Validity.check(context, now);
    }

    /// The token's claims, now to be believed.
    JsonNode verifiedClaims(PublicKey key) throws BadToken {
        signature.setAlgorithmConstraints(new AlgorithmConstraints(
                ConstraintType.PERMIT, keyName.algorithm().label()));
        signature.setKey(key);
        try {
            if (!signature.verifySignature()) {
                throw new BadToken("its signature is not its issuer's");
            }
            return JSON.readTree(signature.getPayload());
        } catch (JoseException | JacksonException _) {
            throw new BadToken("its signature is not its issuer's");
        }
    }

    @Override
    public String toString() {
        return "UnverifiedToken[redacted]";
    }
}
