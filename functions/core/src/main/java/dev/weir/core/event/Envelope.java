package dev.weir.core.event;

/// The envelope of an event as it was sent, in our terms and not yet protected.
///
/// @param propertiesAt JSON pointer of the properties in the event as it was sent
public record Envelope(RawIdentities identities, Wishes wishes, Surroundings surroundings, String propertiesAt) {

    /// The same envelope, of somebody who wishes this.
    public Envelope with(Wishes others) {
        return new Envelope(identities, others, surroundings, propertiesAt);
    }
}
