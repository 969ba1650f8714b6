package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.EventPolicy;
import dev.weir.core.event.Envelope;
import dev.weir.core.event.Header;
import dev.weir.core.event.Receipt;

/// An event without personal data other than the identifiers that its policy declares.
public record StrippedEvent(
        EventPolicy policy, Header header, Envelope envelope, Receipt receipt, ObjectNode properties) {

    @Override
    public String toString() {
        return "StrippedEvent[" + policy.type() + "]";
    }
}
