package dev.weir.core.catalog;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Set;

/// A counter that a product declares.
///
/// @param events names of the events it counts; empty for all of them
/// @param window length of a window; windows start at multiples of it since the epoch, UTC
/// @param by stored fields, or `properties.<name>`, whose values count separately
/// @param keep how long a window's count can be read
public record CounterRule(String name, Set<String> events, Duration window, List<String> by, Period keep) {

    public CounterRule {
        events = Set.copyOf(events);
        by = List.copyOf(by);
        if (!window.isPositive() || window.toMillis() % 1000 != 0) {
            throw new IllegalArgumentException("counter " + name + ": window must be whole seconds, at least one");
        }
    }

    public boolean counts(String eventName) {
        return events.isEmpty() || events.contains(eventName);
    }
}
