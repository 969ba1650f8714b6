package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens that somebody made who has no key of the issuer.
class ForgedTokensTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Login login = new Login();

    @AfterEach
    void stop() {
        login.close();
    }

    @Test
    void aTokenWithoutSignatureProvesNothing() {
        String payload = login.claims().toString();

        login.assertUnknown(
                Login.SIGNER.sign(payload, "none", null, JSON.createObjectNode()), "its algorithm is not taken");
        login.assertUnknown(
                base64("{\"alg\":\"none\",\"kid\":\"k1\"}") + "." + base64(payload) + ".",
                "its algorithm is not taken");
        String token = Login.SIGNER.sign(login.claims());
        login.assertUnknown(token.substring(0, token.lastIndexOf('.') + 1), "its signature is not its issuer's");
    }

    @Test
    void aPublicKeyIsNoSharedSecret() {
        for (byte[] secret : List.of(
                Login.SIGNER.publicKey().getEncoded(),
                Login.SIGNER.jwk().toJson(OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8))) {
            String token =
                    Login.SIGNER.sign(login.claims().toString(), "HS256", new HmacKey(secret), JSON.createObjectNode());

            login.assertUnknown(token, "its algorithm is not taken");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256", "ES384", "rs256", "NONE", "", "Ed448"})
    void noOtherAlgorithmIsTaken(String algorithm) {
        login.assertUnknown(saying(algorithm), "its algorithm is not taken");
    }

    @Test
    void anAlgorithmThatTheIssuerDoesNotUseIsNotTaken() {
        Issuer any = login.issuer(TokenClaims.ISSUER, "events", "shop");
        login.trusts(new Issuer(any.name(), any.audiences(), any.keys(), Set.of(SigningAlgorithm.ES256), any.grant()));

        login.assertUnknown(Login.SIGNER.sign(login.claims()), "its algorithm is not taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "EdDSA"})
    void aKeyIsForItsOwnAlgorithmOnly(String algorithm) {
        login.assertUnknown(saying(algorithm), "its issuer has no such key");
    }

    /// A token whose header says another algorithm than the one that it was signed with.
    private String saying(String algorithm) {
        String good = Login.SIGNER.sign(login.claims());
        return base64("{\"alg\":\"" + algorithm + "\",\"kid\":\"k1\"}") + good.substring(good.indexOf('.'));
    }

    @Test
    void aTokenThatWasChangedProvesNothing() {
        String[] good = Login.SIGNER.sign(login.claims()).split("\\.", -1);
        String other = Login.SIGNER.sign(login.claims().put("sub", "another")).split("\\.", -1)[1];

        login.assertUnknown(good[0] + "." + other + "." + good[2], "its signature is not its issuer's");
        login.assertUnknown(
                good[0] + "." + good[1] + "." + new StringBuilder(good[2]).reverse(),
                "its signature is not its issuer's");
    }

    @Test
    void theKeyThatATokenBringsAlongIsNotLookedAt() {
        Signer thief = Signer.ec("k1");
        try (KeySetServer thiefs = KeySetServer.start().serves(thief)) {
            ObjectNode header = JSON.createObjectNode();
            header.set("jwk", JSON.valueToTree(thief.jwk().toParams(OutputControlLevel.PUBLIC_ONLY)));
            header.put("jku", thiefs.uri().toString()).put("x5u", thiefs.uri().toString());

            login.assertUnknown(thief.sign(login.claims(), header), "its issuer has no such key");
            assertThat(thiefs.asked()).isZero();
        }
    }

    @Test
    void anotherKeyOfTheSameNameProvesNothing() {
        login.server().serves(Signer.ec("k3"));

        login.assertUnknown(Signer.ec("k3").sign(login.claims()), "its signature is not its issuer's");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"crit\":[\"b64\"],\"b64\":true}|its header has 'crit', of which nothing is understood here",
                "{\"crit\":[]}|its header has 'crit', of which nothing is understood here",
                "{\"typ\":\"dpop+jwt\"}|its type must be at+jwt or JWT",
                "{\"typ\":\"logout+jwt\"}|its type must be at+jwt or JWT",
                "{\"kid\":\"\"}|its header must name its key in 'kid'",
                "{\"kid\":null}|its header must name its key in 'kid'"
            })
    void aHeaderThatIsNotThatOfAnAccessTokenIsRefused(String header, String why) throws Exception {
        login.assertUnknown(Login.SIGNER.sign(login.claims(), (ObjectNode) JSON.readTree(header)), why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "at+JWT", "application/at+jwt"})
    void theTypesOfAccessTokensAreTaken(String type) {
        login.caller(Login.SIGNER.sign(login.claims(), JSON.createObjectNode().put("typ", type)));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
