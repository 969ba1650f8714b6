package dev.weir.counters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How many events there were in one window, for one combination of values.
///
/// @param values in the order of the counter's dimensions
record Point(Instant start, List<Optional<String>> values, long count) {}
