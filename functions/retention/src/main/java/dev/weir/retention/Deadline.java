package dev.weir.retention;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.util.function.LongSupplier;

/// When a run must not begin another step.
///
/// @param remainingMillis what is left of the invocation
record Deadline(LongSupplier remainingMillis) {

    /// Removing identities from an object of 32 MB takes a minute or two.
    private static final Duration LONGEST_STEP = Duration.ofMinutes(3);

    static Deadline of(Context context) {
        return new Deadline(context::getRemainingTimeInMillis);
    }

    boolean isNear() {
        return remainingMillis.getAsLong() < LONGEST_STEP.toMillis();
    }
}
