package dev.weir.core.intake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the key in a request's headers: `X-Write-Key`, or the user of `Authorization: Basic` (RFC 7617). What the key
/// may do is for who keeps the keys to say.
public final class PresentedKey {

    private static final String BASIC = "basic ";

    private PresentedKey() {}

    /// The key, if there is one that can be read.
    ///
    /// @param headers by name, in any case; the gateway leaves out what is empty
    public static Optional<String> in(@Nullable Map<String, String> headers) {
        return header(headers, "x-write-key")
                .or(() -> header(headers, "authorization").flatMap(PresentedKey::basicUser));
    }

    private static Optional<String> header(@Nullable Map<String, String> headers, String name) {
        return headers == null
                ? Optional.empty()
                : headers.entrySet().stream()
                        .filter(header ->
                                header.getKey().toLowerCase(Locale.ROOT).equals(name))
                        .map(Map.Entry::getValue)
                        .findFirst();
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
