package dev.weir.core.event;

/// The envelope of an event as it was sent, in our terms and not yet protected.
///
/// @param propertiesAt JSON pointer of the properties in the event as it was sent
public record Envelope(RawIdentities identities, Wishes wishes, Surroundings surroundings, String propertiesAt) {}
