package dev.weir.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// Finds the privacy key in a request's headers: `X-Write-Key`, or the user of `Authorization: Basic` (RFC 7617).
final class PresentedKey {

    private static final String BASIC = "basic ";

    private PresentedKey() {}

    /// The key, if there is one that can be read.
    ///
    /// @param headers with names in lower case
    static Optional<String> in(Map<String, String> headers) {
        return Optional.ofNullable(headers.get("x-write-key"))
                .or(() -> Optional.ofNullable(headers.get("authorization")).flatMap(PresentedKey::basicUser));
    }

    private static Optional<String> basicUser(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String userAndPassword = new String(decoded, StandardCharsets.UTF_8);
            int colon = userAndPassword.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(userAndPassword.substring(0, colon));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
