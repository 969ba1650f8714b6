package dev.weir.core.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Envelope;
import dev.weir.core.event.Header;

/// An event that is in the catalog, has its shape, and comes from a source that may send it. Still as personal as it
/// was sent.
public record ValidEvent(EventPolicy policy, Header header, Envelope envelope, ObjectNode properties) {

    /// The same event, in another envelope.
    public ValidEvent with(Envelope other) {
        return new ValidEvent(policy, header, other, properties);
    }

    @Override
    public String toString() {
        return "ValidEvent[" + policy.type() + "]";
    }
}
