package dev.weir.core.event;

/// The envelope of an event as it was sent, in our terms and not yet protected.
public record Envelope(RawIdentities identities, ConsentSignals consent, Surroundings surroundings) {}
