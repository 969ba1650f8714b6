package dev.weir.local.emulators.sqs;

import java.time.Instant;

/// A message that was received. `toString()` gives its coordinates alone.
///
/// @param handle by which this receipt is deleted or shown again
/// @param receives how often it was received, this time included
public record Message(String id, String body, Instant sent, int receives, String handle) {

    @Override
    public String toString() {
        return "Message[" + id + "]";
    }
}
