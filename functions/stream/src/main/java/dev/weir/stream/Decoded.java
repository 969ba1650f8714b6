package dev.weir.stream;

import dev.weir.core.event.StoredEvent;
import java.util.List;

/// What a stream record turned out to hold.
public sealed interface Decoded {

    /// The events of one request, or of a part of one, in the order in which they were sent.
    record Batch(List<StoredEvent> events) implements Decoded {

        public Batch {
            events = List.copyOf(events);
        }

        @Override
        public String toString() {
            return "Batch[" + events.size() + " events]";
        }
    }

    /// Bytes that no version of this product can have written, or that were damaged on the way.
    ///
    /// @param reason what is wrong, without any of the content
    record Poison(String reason) implements Decoded {}
}
