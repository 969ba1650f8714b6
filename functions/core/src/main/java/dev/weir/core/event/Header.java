package dev.weir.core.event;

/// What identifies an event, the same at every stage.
public record Header(String eventId, EventType type, Origin origin, Timing timing) {}
