package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An issuer with one key that is served over HTTP, and a desk that trusts it for the product `shop`.
final class Login implements AutoCloseable {

    static final Signer SIGNER = Signer.of(SigningAlgorithm.RS256, "k1");

    private final KeySetServer server = KeySetServer.start().serves(SIGNER);
    private final TestClock clock = new TestClock();
    private AccessTokens tokens = tokens(issuer(TokenClaims.ISSUER, "events", "shop"));

    KeySetServer server() {
        return server;
    }

    TestClock clock() {
        return clock;
    }

    void trusts(Issuer... issuers) {
        tokens = tokens(issuers);
    }

    private AccessTokens tokens(Issuer... issuers) {
        return new AccessTokens(
                new Issuers(List.of(issuers)),
                uri -> new IssuerKeys(uri, new KeySetClient(), clock, Runnable::run),
                clock);
    }

    Issuer issuer(String name, String audience, String product) {
        Issuer.Grant grant = new Issuer.Grant(
                product, new TenantRule.Fixed("acme"), Source.CLIENT, Set.of("https://app.example"), places());
        return new Issuer(name, Set.of(audience), server.uri(), Set.of(SigningAlgorithm.values()), grant);
    }

    private static ClaimPlaces places() {
        return new ClaimPlaces(
                Map.of(
                        Purpose.ANALYTICS, JsonPointer.compile("/consent/analytics"),
                        Purpose.PERSONALIZATION, JsonPointer.compile("/consent/personalization"),
                        Purpose.AD_TARGETING, JsonPointer.compile("/consent/ads")),
                Map.of("subscription_tier", JsonPointer.compile("/tier")),
                Map.of(IdentityKind.PROFILE, JsonPointer.compile("/profile/id")),
                JsonPointer.compile("/profile/kids"));
    }

    /// What is good for five minutes.
    ObjectNode claims() {
        return TokenClaims.good(clock.instant());
    }

    /// The same, made ten minutes ago, with a time that is so many seconds from now, or without it.
    ObjectNode timed(String claim, @Nullable Long offset) {
        ObjectNode claims = claims();
        claims.put("iat", clock.instant().getEpochSecond() - 600).remove(claim);
        return offset == null ? claims : claims.put(claim, clock.instant().getEpochSecond() + offset);
    }

    Authentication check(String token) {
        return tokens.check(token);
    }

    Caller caller(String token) {
        Authentication authentication = check(token);
        assertThat(authentication).isInstanceOf(Authentication.Known.class);
        return ((Authentication.Known) authentication).caller();
    }

    void assertUnknown(String token, String why) {
        assertThat(check(token)).isInstanceOfSatisfying(Authentication.Unknown.class, unknown -> {
            assertThat(unknown.challenge()).isEqualTo(Challenge.TOKEN);
            assertThat(unknown.detail()).startsWith("the token is not taken: " + why);
        });
    }

    @Override
    public void close() {
        server.close();
    }
}
