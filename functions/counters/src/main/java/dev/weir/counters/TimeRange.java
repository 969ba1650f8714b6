package dev.weir.counters;

import java.time.Instant;

/// A range of windows: those that start at `from` or later, and before `to`.
record TimeRange(Instant from, Instant to) {}
