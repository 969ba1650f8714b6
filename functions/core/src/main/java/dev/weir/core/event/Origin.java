package dev.weir.core.event;

/// Where an event came from, without anything personal.
///
/// @param index the event's place in its batch, from 0
public record Origin(String tenant, Source source, String batchId, int index) {}
