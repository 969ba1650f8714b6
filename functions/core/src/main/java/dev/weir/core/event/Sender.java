package dev.weir.core.event;

/// Who sent a request, and how it arrived: what every decision about its events may rest on.
public record Sender(Credential credential, Arrival arrival) {}
