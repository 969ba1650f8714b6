package dev.weir.counters;

import dev.weir.core.catalog.CounterRule;
import dev.weir.core.intake.Refusal;
import java.util.List;

/// What the asker gets.
sealed interface Answer {

    /// How many there were.
    ///
    /// @param points windows without events left out; in the order of time, then of the values
    record Counts(String product, CounterRule rule, TimeRange range, List<Point> points) implements Answer {}

    /// Why there is no answer.
    record Refused(Refusal why) implements Answer {
        Refused(int status, String field, String detail) {
            this(new Refusal(status, field, detail));
        }
    }
}
