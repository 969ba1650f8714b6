package dev.weir.local.mapping;

import java.time.Instant;

/// One message of a queue, as it was received. `toString()` gives its coordinate alone.
///
/// @param handle by which it is deleted
/// @param receives how often it was received, this time included
public record QueuedMessage(String id, String body, Instant sent, int receives, String handle) {

    @Override
    public String toString() {
        return "QueuedMessage[" + id + "]";
    }
}
