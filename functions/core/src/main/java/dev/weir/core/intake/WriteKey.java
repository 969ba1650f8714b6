package dev.weir.core.intake;

import dev.weir.core.event.Credential;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A write key as it is kept: not the key, only its hash and what it proves.
///
/// @param sha256 of the key, 64 digits of lower-case hex; tells keys apart, and is not for logs
/// @param terms where it may be used from, and how much
/// @param created when it was made, where that was written down; no rule reads it
/// @param revoked from when on it proves nothing; null while nobody has revoked it
public record WriteKey(
        String sha256,
        Credential credential,
        KeyTerms terms,
        @Nullable Instant created,
        @Nullable Instant revoked) {

    /// @throws IllegalArgumentException if the hash has another form, or it was revoked before it was made
    public WriteKey {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("'sha256' must be 64 digits of lower-case hex");
        }
        if (created != null && revoked != null && revoked.isBefore(created)) {
            throw new IllegalArgumentException("'revoked' is before 'created'");
        }
    }

    /// A key without terms of its own that was not revoked.
    public WriteKey(String sha256, Credential credential) {
        this(sha256, credential, KeyTerms.NONE, null, null);
    }

    boolean isRevokedAt(Instant now) {
        return revoked != null && !now.isBefore(revoked);
    }

    @Override
    public String toString() {
        return "WriteKey[" + credential.product() + ", " + credential.source() + "]";
    }
}
