package dev.weir.local.lambda;

import java.time.Duration;

/// The bounds that are the service's and not a function's.
///
/// `waiting` invocations of one function may queue for a process; `start` is the longest that a
/// process may take until it asks for work (generous, since a laptop is slower than Lambda);
/// `shutdown` is how long processes may take to end when the service closes.
public record Limits(int waiting, Duration start, Duration shutdown) {

    public static final Limits DEFAULT = new Limits(1_000, Duration.ofSeconds(60), Duration.ofSeconds(10));

    public Limits {
        if (waiting < 0) {
            throw new IllegalArgumentException("the number of waiting invocations is negative");
        }
    }
}
