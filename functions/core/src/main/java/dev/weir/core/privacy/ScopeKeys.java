package dev.weir.core.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The keys of products and tenants, derived from the secret of a version, and kept: deriving one costs as much as
/// naming ten identifiers.
final class ScopeKeys {

    private static final String ALGORITHM = "HmacSHA256";

    private final PseudonymKeys keys;
    private final Map<Scope, Mac> derived = new ConcurrentHashMap<>();

    private record Scope(int version, String product, String tenant) {}

    ScopeKeys(PseudonymKeys keys) {
        this.keys = keys;
    }

    /// @throws IllegalArgumentException if there is no such version
    Names names(int version, String product, String tenant) {
        Mac prototype = derived.computeIfAbsent(new Scope(version, product, tenant), this::derive);
        try {
            return new Names((Mac) prototype.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java's " + ALGORITHM + " cannot be copied", e);
        }
    }

    private Mac derive(Scope scope) {
        Mac master = mac(keys.secret(scope.version()));
        return mac(master.doFinal((scope.product() + "/" + scope.tenant()).getBytes(StandardCharsets.UTF_8)));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "ScopeKeys[" + keys + "]";
    }
}
