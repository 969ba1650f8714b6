package dev.weir.collector;

import dev.weir.core.event.Credential;
import dev.weir.core.intake.WriteKeys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Finds out who sends: a write key as the user name of HTTP Basic (RFC 7617), or in `X-Write-Key`.
final class Credentials {

    private static final String BASIC = "basic ";

    private final WriteKeys keys;

    Credentials(WriteKeys keys) {
        this.keys = keys;
    }

    /// What the request's credential proves; empty where it has none, or none that is known.
    Optional<Credential> of(HttpRequest request) {
        return request.header("x-write-key")
                .or(() -> request.header("authorization").flatMap(Credentials::userName))
                .flatMap(keys::find);
    }

    private static Optional<String> userName(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] pair = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String text = new String(pair, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return Optional.of(colon < 0 ? text : text.substring(0, colon));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
