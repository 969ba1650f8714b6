package dev.weir.local.mapping;

import java.time.Duration;

/// An event source mapping as Lambda is told about it, with Lambda's bounds.
///
/// `window` is how long a batch is collected for, from its first record on. `maximumRetries` counts
/// attempts after the first, -1 means until expiry. `maximumRecordAge` is the age past which a
/// record is no longer tried.
public record MappingSpec(
        String name,
        String stream,
        String function,
        int batchSize,
        Duration window,
        boolean reportBatchItemFailures,
        boolean bisectOnError,
        int maximumRetries,
        Duration maximumRecordAge) {

    /// The longest that Kinesis and Lambda keep trying.
    public static final Duration LONGEST_RECORD_AGE = Duration.ofDays(7);

    public MappingSpec {
        if (!name.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("a mapping's name has letters, digits, - and _ only");
        }
        if (batchSize < 1 || batchSize > 10_000) {
            throw new IllegalArgumentException("the batch size of " + name + " is not within 1 and 10000");
        }
        if (window.isNegative() || window.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("the window of " + name + " is not within 0 and 300 seconds");
        }
        if (maximumRetries < -1 || maximumRetries > 10_000) {
            throw new IllegalArgumentException("the retries of " + name + " are not within -1 and 10000");
        }
        if (!maximumRecordAge.isPositive() || maximumRecordAge.compareTo(LONGEST_RECORD_AGE) > 0) {
            throw new IllegalArgumentException("the record age of " + name + " is not within 0 and 7 days");
        }
    }
}
