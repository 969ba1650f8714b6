package dev.weir.collector;

import dev.weir.core.event.Claims;
import dev.weir.core.event.Source;
import dev.weir.core.intake.HttpRequest;
import dev.weir.core.intake.KeyCheck;
import dev.weir.core.intake.WriteKey;
import dev.weir.core.intake.WriteKeys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Finds out who sends: a write key as the user name of HTTP Basic (RFC 7617) or in `X-Write-Key`, an access token
/// (RFC 6750), or, where there is neither, the write key of an app in the parameter `write_key`.
final class Credentials {

    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    private final WriteKeys keys;
    private final AccessTokens tokens;

    Credentials(WriteKeys keys, AccessTokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    /// What the request's credential proves. Where it has a key in both places, the one in `X-Write-Key` counts; a key
    /// beside a token is refused, for what the token says of a person would go unheard.
    Authentication of(HttpRequest request) {
        Optional<String> authorization = request.header("authorization");
        Optional<String> token = authorization.flatMap(value -> after(BEARER, value));
        Optional<String> key = request.header("x-write-key").or(() -> authorization.flatMap(Credentials::userName));
        if (token.isPresent()) {
            return key.isPresent()
                    ? new Authentication.Unknown(Challenge.ANY, "send a write key or an access token, not both")
                    : tokens.check(token.get());
        }
        return key.map(this::ofKey)
                .or(() -> request.parameter("write_key").map(this::ofPublicKey))
                .orElseGet(Credentials::missing);
    }

    /// A key in the address, for beacons, which cannot have headers. Addresses are written to logs on their way, so it
    /// must be one that is no secret.
    private Authentication ofPublicKey(String presented) {
        Authentication found = ofKey(presented);
        return found instanceof Authentication.Known(Caller caller)
                        && caller.credential().source() != Source.CLIENT
                ? new Authentication.Unknown(
                        Challenge.WRITE_KEY,
                        "only the key of an app may stand in the address; send this one in a header, and have it"
                                + " replaced, for it may be in logs now")
                : found;
    }

    private static Authentication missing() {
        return new Authentication.Unknown(
                Challenge.ANY,
                "send a write key of your product as the user name of HTTP Basic or in X-Write-Key,"
                        + " or an access token as Bearer");
    }

    private Authentication ofKey(String presented) {
        return switch (keys.check(presented)) {
            case KeyCheck.Valid(WriteKey key) ->
                new Authentication.Known(new Caller(key.credential(), Claims.NONE, key.sha256(), key.terms()));
            case KeyCheck.Revoked() -> new Authentication.Unknown(Challenge.WRITE_KEY, "the write key was revoked");
            case KeyCheck.Unknown() ->
                new Authentication.Unknown(
                        Challenge.WRITE_KEY,
                        "nobody has this write key; send one of your product as the user name of HTTP Basic,"
                                + " or in X-Write-Key");
        };
    }

    private static Optional<String> userName(String authorization) {
        return after(BASIC, authorization).flatMap(Credentials::decoded).map(pair -> {
            int colon = pair.indexOf(':');
            return colon < 0 ? pair : pair.substring(0, colon);
        });
    }

    private static Optional<String> after(String scheme, String authorization) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length())
                ? Optional.of(authorization.substring(scheme.length()).strip())
                : Optional.empty();
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
