package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Claims;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Purpose;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a token says of its user and tenant, by the issuer's entry.
class MappedClaimsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Login login = new Login();

    @AfterEach
    void stop() {
        login.close();
    }

    @Test
    void claimsBecomeConsentContextAndWhetherItIsAChild() {
        ObjectNode claims = login.claims().put("tier", "gold");
        claims.putObject("consent").put("analytics", true).put("ads", false).putNull("personalization");
        claims.putObject("profile").put("kids", true).put("id", "p-7");

        Caller caller = login.caller(Login.SIGNER.sign(claims));

        assertThat(caller.claims().consent().byPurpose())
                .isEqualTo(Map.of(Purpose.ANALYTICS, true, Purpose.AD_TARGETING, false));
        assertThat(caller.claims().context()).isEqualTo(Map.of("subscription_tier", "gold"));
        assertThat(caller.claims().identities().byKind()).isEqualTo(Map.of(IdentityKind.PROFILE, "p-7"));
        assertThat(caller.claims().kids()).isTrue();
        assertThat(caller.terms().allowedOrigins()).containsExactly("https://app.example");
    }

    @Test
    void aTokenThatSaysNothingClaimsNothing() {
        Caller caller = login.caller(Login.SIGNER.sign(login.claims()));

        assertThat(caller.claims()).isEqualTo(Claims.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"consent\":{\"ads\":\"no\"}}|the claim /consent/ads must be true or false",
                "{\"profile\":{\"kids\":1}}|the claim /profile/kids must be true or false",
                "{\"profile\":{\"id\":[\"p\"]}}|the claim /profile/id must be a string of 1 to 256 characters",
                "{\"tier\":7}|the claim /tier must be a string of 1 to 64 characters",
                "{\"tier\":\" \"}|the claim /tier must be a string of 1 to 64 characters"
            })
    void aClaimThatMustBeGuessedMakesTheTokenWorthless(String more, String why) throws Exception {
        ObjectNode claims = login.claims();
        claims.setAll((ObjectNode) JSON.readTree(more));

        login.assertUnknown(Login.SIGNER.sign(claims), why);
    }

    @Test
    void theTenantMayBeAClaim() {
        Issuer any = login.issuer(TokenClaims.ISSUER, "events", "shop");
        Issuer.Grant grant = any.grant();
        TenantRule claimed = new TenantRule.Claimed(JsonPointer.compile("/org"));
        login.trusts(new Issuer(
                any.name(),
                any.audiences(),
                any.keys(),
                any.algorithms(),
                new Issuer.Grant(grant.product(), claimed, grant.source(), grant.origins(), grant.claims())));

        Caller first = login.caller(Login.SIGNER.sign(login.claims().put("org", "first")));
        Caller second = login.caller(Login.SIGNER.sign(login.claims().put("org", "second")));

        assertThat(first.credential().tenant()).isEqualTo("first");
        assertThat(first.keyId()).isNotEqualTo(second.keyId());
        login.assertUnknown(Login.SIGNER.sign(login.claims()), "the claim /org must name a tenant");
        login.assertUnknown(Login.SIGNER.sign(login.claims().put("org", "a/b")), "the claim /org must name a tenant");
        login.assertUnknown(Login.SIGNER.sign(login.claims().put("org", 7)), "the claim /org must name a tenant");
    }

    @Test
    void aKeyIdStandsForNoPerson() {
        assertThat(login.caller(Login.SIGNER.sign(login.claims())).keyId())
                .isEqualTo(login.caller(Login.SIGNER.sign(login.claims().put("sub", "another")))
                        .keyId());
    }
}
