/// Counts events as they pass, per window and dimension, so that a dashboard sees the last minute without a query
/// over the lake; and answers how many there were.
@NullMarked
package dev.weir.counters;

import org.jspecify.annotations.NullMarked;
