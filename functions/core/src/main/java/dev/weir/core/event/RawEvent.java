package dev.weir.core.event;

import com.fasterxml.jackson.databind.JsonNode;

/// One event as it was sent: any JSON value, not yet looked at.
///
/// @param index its place in the request, from 0
public record RawEvent(JsonNode json, int index) {

    @Override
    public String toString() {
        return "RawEvent[index=" + index + ", json=redacted]";
    }
}
