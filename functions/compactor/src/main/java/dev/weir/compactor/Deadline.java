package dev.weir.compactor;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.util.function.LongSupplier;

/// When a run must not begin another unit, or part of a cleaning.
///
/// @param remainingMillis what is left of the invocation
record Deadline(LongSupplier remainingMillis) {

    /// A unit of 32 MB takes some ten seconds, many runs of a large day a few minutes.
    private static final Duration LONGEST_UNIT = Duration.ofMinutes(3);

    static Deadline of(Context context) {
        return new Deadline(context::getRemainingTimeInMillis);
    }

    boolean isNear() {
        return remainingMillis.getAsLong() < LONGEST_UNIT.toMillis();
    }
}
