package dev.weir.collector;

import java.net.URI;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Access tokens (RFC 9068, or any signed JWT as RFC 8725 wants it): whose they are is decided by the issuer's entry in
/// the configuration, and by its keys.
final class AccessTokens {

    private final Issuers issuers;
    private final Map<URI, IssuerKeys> keys;
    private final Clock clock;

    /// @param keys the keys at a URL; asked once for each URL
    AccessTokens(Issuers issuers, Function<URI, IssuerKeys> keys, Clock clock) {
        this.issuers = issuers;
        this.keys = issuers.all().stream()
                .map(Issuer::keys)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), keys));
        this.clock = clock;
    }

    /// What a token proves. Everything about it is checked that can be without its issuer's keys before these are
    /// looked
    /// at, so that a token that is no good anyway is told so while the issuer is out of reach.
    Authentication check(String token) {
        try {
            UnverifiedToken unverified = UnverifiedToken.parse(token);
            Issuer issuer = unverified.issuer(issuers);
            unverified.checkAgainst(issuer, clock.instant());
            return switch (keysOf(issuer).find(unverified.keyName())) {
                case IssuerKeys.Lookup.Found(PublicKey key) ->
                    new Authentication.Known(issuer.caller(unverified.verifiedClaims(key)));
                case IssuerKeys.Lookup.NoSuchKey() -> throw new BadToken("its issuer has no such key");
                case IssuerKeys.Lookup.OutOfReach(Duration retryAfter) -> new Authentication.Unverifiable(retryAfter);
            };
        } catch (BadToken e) {
            return new Authentication.Unknown(Challenge.TOKEN, "the token is not taken: " + e.why());
        }
    }

    private IssuerKeys keysOf(Issuer issuer) {
        IssuerKeys found = keys.get(issuer.keys());
        if (found == null) {
            throw new IllegalStateException("no keys of " + issuer.keys().getHost());
        }
        return found;
    }
}
