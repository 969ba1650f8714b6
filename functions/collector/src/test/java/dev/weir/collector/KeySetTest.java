package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KeySetTest {

    @ParameterizedTest
    @EnumSource(SigningAlgorithm.class)
    void everyAlgorithmHasItsKindOfKey(SigningAlgorithm algorithm) {
        KeySet set = KeySet.parse(Signer.keySet(Signer.of(algorithm, "k")));

        assertThat(set.keys()).containsOnlyKeys(new KeySet.Name("k", algorithm));
    }

    @ParameterizedTest
    @CsvSource({"use,enc", "alg,PS256", "alg,RS512", "kid,"})
    void aKeyForSomethingElseIsLeftOut(String member, String value) throws Exception {
        ObjectNode set = (ObjectNode) new JsonMapper().readTree(Signer.keySet(Signer.of(SigningAlgorithm.RS256, "k")));
        ObjectNode key = (ObjectNode) set.path("keys").path(0);
        if (value == null) {
            key.remove(member);
        } else {
            key.put(member, value);
        }

        assertThat(KeySet.parse(set.toString()).keys()).isEmpty();
    }

    @Test
    void weakKeysOtherCurvesAndSecretsAreLeftOut() throws JoseException {
        assertThat(parsed(RsaJwkGenerator.generateJwk(1024))).isEmpty();
        assertThat(parsed(EcJwkGenerator.generateJwk(EllipticCurves.P384))).isEmpty();
        assertThat(parsed(OctJwkGenerator.generateJwk(256))).isEmpty();
    }

    @Test
    void aKindOfKeyThatNobodyKnowsDoesNotSpoilTheRest() {
        String set = Signer.keySet(Signer.ec("k")).replace("[", "[{\"kty\":\"NEW\",\"kid\":\"n\"},{},{\"kty\":7},");

        assertThat(KeySet.parse(set).keys()).hasSize(1);
    }

    private static Map<KeySet.Name, ?> parsed(JsonWebKey key) {
        key.setKeyId("k");
        return KeySet.parse("{\"keys\":[" + key.toJson(OutputControlLevel.INCLUDE_SYMMETRIC) + "]}")
                .keys();
    }
}
