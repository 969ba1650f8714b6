package dev.weir.core.event;

/// One rule that an event breaks.
///
/// @param pointer JSON pointer into the event as it was sent; empty for the event itself
/// @param message the rule, in words; never the offending value
public record Violation(String pointer, String message) {}
