package dev.weir.core.intake;

import dev.weir.core.event.RawEvent;
import java.util.List;

/// What a request's body turned out to be.
public sealed interface Body {

    /// One event or more.
    record Events(List<RawEvent> events) implements Body {
        public Events {
            events = List.copyOf(events);
        }
    }

    /// It cannot be read; the reason never quotes it.
    record Unreadable(String reason) implements Body {}

    /// It is more than the product takes at once.
    record TooLarge(String reason) implements Body {}
}
