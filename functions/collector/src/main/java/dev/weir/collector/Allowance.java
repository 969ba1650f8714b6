package dev.weir.collector;

import java.time.Duration;

/// Whether a request may pass, by how much its credential has sent of late.
sealed interface Allowance {

    /// It may.
    ///
    /// @param tokens what may be used now, or within the time of a lease
    record Granted(Tokens tokens) implements Allowance {}

    /// The credential sends faster than agreed on.
    ///
    /// @param retryAfter until the same request could pass
    record TooFast(Duration retryAfter) implements Allowance {}

    /// It has sent what it may in a day.
    ///
    /// @param retryAfter until the next day
    record UsedUp(Duration retryAfter) implements Allowance {}
}
