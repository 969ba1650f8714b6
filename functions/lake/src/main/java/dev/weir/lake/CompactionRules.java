package dev.weir.lake;

import java.time.Duration;

/// How the lake is compacted.
///
/// @param settle how long after its end an hour, or a day, is taken to be complete; what comes later is compacted later
/// @param silverGrace how long silver that was replaced is kept: longer than any query runs
/// @param bronzeGrace how long bronze that was replaced is kept: longer than the stream keeps records, because the
/// names
///     of its objects keep a late retry from storing them again
/// @param mergeBytes compressed bytes of bronze that are merged at once
/// @param mergeObjects objects that are merged at once
public record CompactionRules(
        Duration settle, Duration silverGrace, Duration bronzeGrace, long mergeBytes, int mergeObjects) {

    private static final Duration STREAM_RETENTION = Duration.ofDays(1);

    /// For 1 GB of heap, and a stream that keeps records for a day.
    public static final CompactionRules DEFAULT =
            new CompactionRules(Duration.ofMinutes(5), Duration.ofHours(2), Duration.ofDays(2), 32L * 1024 * 1024, 512);

    /// @throws IllegalArgumentException if a rule cannot hold; the message names it
    public CompactionRules {
        if (settle.isNegative() || silverGrace.isNegative()) {
            throw new IllegalArgumentException("times to wait are not negative");
        }
        if (bronzeGrace.compareTo(STREAM_RETENTION) < 0) {
            throw new IllegalArgumentException("bronze is kept for a day or longer after it is replaced");
        }
        if (mergeBytes < 1 || mergeObjects < 2) {
            throw new IllegalArgumentException("at least two objects, and one byte, are merged at once");
        }
    }
}
