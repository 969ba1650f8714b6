package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Header;
import dev.weir.core.event.Identities;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.Surroundings;

/// An event that names nobody without a key. Only the address that it came from is still there.
public record PseudonymousEvent(
        Header header, Identities identities, Surroundings surroundings, Receipt receipt, ObjectNode properties) {

    @Override
    public String toString() {
        return "PseudonymousEvent[" + header.type() + "]";
    }
}
