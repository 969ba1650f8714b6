package dev.weir.core.consent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.EventPolicy;
import dev.weir.core.event.Envelope;
import dev.weir.core.event.Header;

/// An event that may be kept, with why. Still as personal as it was sent.
public record ConsentedEvent(
        EventPolicy policy, Header header, Envelope envelope, ConsentDecision consent, ObjectNode properties) {

    @Override
    public String toString() {
        return "ConsentedEvent[" + policy.type() + "]";
    }
}
