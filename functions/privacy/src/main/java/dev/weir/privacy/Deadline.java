package dev.weir.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// When a run must come to an end, so that it ends by itself and the next one goes on where it stopped.
record Deadline(Instant end, Clock clock) {

    /// A deadline in some time from now.
    static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock.instant().plus(time), clock);
    }

    boolean hasPassed() {
        return !clock.instant().isBefore(end);
    }
}
