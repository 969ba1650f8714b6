package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Credential;
import dev.weir.core.event.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which tokens prove something, and what.
class AccessTokensTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Login login = new Login();

    @AfterEach
    void stop() {
        login.close();
    }

    @ParameterizedTest
    @EnumSource(SigningAlgorithm.class)
    void aTokenOfItsIssuerProvesWhatTheIssuersEntrySays(SigningAlgorithm algorithm) {
        Signer signer = Signer.of(algorithm, "k2");
        login.server().serves(Login.SIGNER, signer);

        assertThat(login.caller(signer.sign(login.claims())).credential())
                .isEqualTo(new Credential("shop", "acme", Source.CLIENT));
    }

    @Test
    void productTenantAndSourceOfATokenAreNotRead() {
        ObjectNode claims =
                login.claims().put("product", "bank").put("tenant", "else").put("source", "server");

        assertThat(login.caller(Login.SIGNER.sign(claims)).credential())
                .isEqualTo(new Credential("shop", "acme", Source.CLIENT));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "exp,-61,it has expired",
                "exp,-60,it has expired",
                "exp,absent,it must say in 'exp' until when it holds",
                "nbf,61,it does not hold yet",
                "iat,61,it was made in the future"
            })
    void aTokenHoldsBetweenItsTimesGiveOrTakeAMinute(String claim, Long offset, String why) {
        login.assertUnknown(Login.SIGNER.sign(login.timed(claim, offset)), why);
        assertThat(login.server().asked()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"exp,-59", "nbf,60", "iat,60", "iat,-31536000"})
    void clocksMayDifferByAMinute(String claim, long offset) {
        login.caller(Login.SIGNER.sign(login.timed(claim, offset)));
    }

    @ParameterizedTest
    @CsvSource({
        "aud,somebody-else,it is for another audience",
        "aud,,it is for another audience",
        "iss,https://login.example/,its issuer is not trusted here",
        "iss,,its issuer is not trusted here"
    })
    void aTokenOfAnotherIssuerOrForAnotherAudienceProvesNothing(String claim, String value, String why) {
        ObjectNode claims = login.claims();
        claims.remove(claim);
        if (value != null) {
            claims.put(claim, value);
        }

        login.assertUnknown(Login.SIGNER.sign(claims), why);
        assertThat(login.server().asked()).isZero();
    }

    @Test
    void oneOfSeveralAudiencesIsEnough() {
        ObjectNode claims = login.claims();
        claims.putArray("aud").add("another").add("events");

        login.caller(Login.SIGNER.sign(claims));
    }

    @Test
    void everyIssuerHasItsOwnKeysAndEveryAudienceItsProduct() {
        Signer second = Signer.of(SigningAlgorithm.EDDSA, "k1");
        try (KeySetServer other = KeySetServer.start().serves(second)) {
            Issuer foreign = login.issuer("https://other.example", "events", "shop");
            login.trusts(
                    login.issuer(TokenClaims.ISSUER, "events", "shop"),
                    login.issuer(TokenClaims.ISSUER, "books", "library"),
                    new Issuer(
                            foreign.name(), foreign.audiences(), other.uri(), foreign.algorithms(), foreign.grant()));

            assertThat(login.caller(Login.SIGNER.sign(login.claims()))
                            .credential()
                            .product())
                    .isEqualTo("shop");
            assertThat(login.caller(Login.SIGNER.sign(login.claims().put("aud", "books")))
                            .credential()
                            .product())
                    .isEqualTo("library");
            login.caller(second.sign(login.claims().put("iss", "https://other.example")));
            login.assertUnknown(second.sign(login.claims()), "its issuer has no such key");
            ObjectNode both = login.claims();
            both.putArray("aud").add("books").add("events");
            login.assertUnknown(Login.SIGNER.sign(both), "it is for several audiences");
        }
        assertThat(login.server().asked()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a.b.c",
                "e30.e30.e30",
                "e30.e30.",
                "a.b.c.d.e",
                "\u0000",
                "%%%.%%%.%%%",
                "eyJhbGciOjF9.e30.",
                "eyJhbGciOlsxXX0.e30.e30",
                "eyJraWQiOjF9.e30.e30",
                "W10.W10.W10",
                "bnVsbA.bnVsbA.bnVsbA",
                "eyJ0eXAiOjEsImtpZCI6ImsiLCJhbGciOiJSUzI1NiJ9.e30.e30",
                "eyJhbGciOiJSUzI1NiIsImtpZCI6MX0.e30.e30"
            })
    void whatIsNoTokenProvesNothing(String text) {
        assertThat(login.check(text)).isInstanceOf(Authentication.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"iss\":7}",
                "{\"aud\":{}}",
                "{\"aud\":[7]}",
                "{\"exp\":\"soon\"}",
                "{\"sub\":7}",
                "{\"nbf\":[]}"
            })
    void claimsOfAnotherTypeProveNothing(String claim) throws Exception {
        ObjectNode claims = login.claims();
        claims.setAll((ObjectNode) JSON.readTree(claim));

        assertThat(login.check(Login.SIGNER.sign(claims))).isInstanceOf(Authentication.Unknown.class);
    }
}
