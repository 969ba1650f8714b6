package dev.weir.core.privacy;

import dev.weir.core.event.Pseudonym;
import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;

/// Names identifiers under one key. For one thread.
final class Names {

    private final Mac mac;

    Names(Mac mac) {
        this.mac = mac;
    }

    /// The same for the same kind and identifier.
    Pseudonym name(String kind, String id) {
        mac.update(kind.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return Pseudonym.of(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)));
    }
}
