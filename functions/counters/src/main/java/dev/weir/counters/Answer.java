package dev.weir.counters;

import dev.weir.core.catalog.CounterRule;
import java.util.List;

/// What the asker gets.
sealed interface Answer {

    /// How many there were.
    ///
    /// @param points windows without events left out; in the order of time, then of the values
    record Counts(String product, CounterRule rule, TimeRange range, List<Point> points) implements Answer {}

    /// Why there is no answer.
    ///
    /// @param status of HTTP
    /// @param field the part of the question that is wrong
    record Refused(int status, String field, String detail) implements Answer {}
}
