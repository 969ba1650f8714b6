package dev.weir.core.intake;

import dev.weir.core.event.RawEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a request's body turned out to be.
public sealed interface Body {

    /// One event or more.
    ///
    /// @param batchId what the sender calls the batch, to send it again under the same name; where it has a name
    record Events(List<RawEvent> events, @Nullable String batchId) implements Body {
        public Events {
            events = List.copyOf(events);
        }
    }

    /// It cannot be read; the reason never quotes it.
    record Unreadable(String reason) implements Body {}

    /// It is more than the product takes at once.
    record TooLarge(String reason) implements Body {}
}
