package dev.weir.collector;

import dev.weir.core.event.Credential;
import dev.weir.core.event.RawEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// A batch that its sender has given a name. The name counts within product, tenant and source.
///
/// @param scope hash of the name and where it counts
/// @param fingerprint hash of the events, however they were written and compressed
record NamedBatch(byte[] scope, String fingerprint) {

    static NamedBatch of(String name, Credential credential, List<RawEvent> events) {
        MessageDigest scope = sha256();
        List.of(credential.product(), credential.tenant(), credential.source().label(), name)
                .forEach(part -> add(scope, part));
        MessageDigest fingerprint = sha256();
        events.forEach(event -> add(fingerprint, event.json().toString()));
        return new NamedBatch(scope.digest(), HexFormat.of().formatHex(fingerprint.digest()));
    }

    /// With its length, so that parts cannot be shifted into each other.
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    String key() {
        return "batch#" + HexFormat.of().formatHex(scope);
    }

    /// A UUID of version 8 (RFC 9562, section 5.8), the same whenever the name is the same.
    String batchId() {
        ByteBuffer bytes = ByteBuffer.wrap(scope);
        long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
        long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    @Override
    public String toString() {
        return "NamedBatch[redacted]";
    }
}
