package dev.weir.collector;

import dev.weir.core.event.Claims;
import dev.weir.core.event.Credential;
import dev.weir.core.intake.KeyTerms;
import java.util.Map;
import java.util.Set;

/// Who sends, as far as a credential proves it.
///
/// @param claims what the credential says of a person; nothing, where it is a write key
/// @param keyId tells credentials apart for limits: one for each write key, and one for each issuer, product and tenant
///     of tokens, so that it never stands for a person. Not for logs
/// @param terms where the credential may be used from, and how much
record Caller(Credential credential, Claims claims, String keyId, KeyTerms terms) {

    /// A caller to whom the limits of the product apply.
    ///
    /// @param allowedOrigins web origins that it may be used from; none means that it is not bound to any
    Caller(Credential credential, Claims claims, String keyId, Set<String> allowedOrigins) {
        this(credential, claims, keyId, new KeyTerms(allowedOrigins, Map.of()));
    }

    @Override
    public String toString() {
        return "Caller[" + credential.product() + ", " + credential.source() + "]";
    }
}
