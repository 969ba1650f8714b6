package dev.weir.stream;

import org.jspecify.annotations.Nullable;

/// The stream did not take a batch, or a part of it, within the patience that there was. Sending the batch again is
/// safe: what is in the stream twice has the same event ids. The message has coordinates, no content.
public final class StreamUnavailable extends Exception {

    StreamUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
