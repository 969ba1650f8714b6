package dev.weir.stream;

import dev.weir.stream.RecordPacker.Packed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stream did not take a batch, or a part of it, within the patience that there was. Sending the batch again is
/// safe: what is in the stream twice has the same event ids. The message has coordinates, no content.
public final class StreamUnavailable extends Exception {

    private final transient List<Packed> untaken;

    StreamUnavailable(String message, @Nullable Throwable cause) {
        this(message, cause, List.of());
    }

    StreamUnavailable(String message, @Nullable Throwable cause, List<Packed> untaken) {
        super(message, cause);
        this.untaken = untaken;
    }

    /// The records that the stream has not taken, as far as that is known.
    List<Packed> untaken() {
        return untaken;
    }
}
