package dev.weir.collector;

import java.time.Duration;

/// What became of the question who sends a request.
sealed interface Authentication {

    record Known(Caller caller) implements Authentication {}

    /// The request proves nothing.
    ///
    /// @param detail what to mend, for the sender's developers; without any of the credential
    record Unknown(Challenge challenge, String detail) implements Authentication {}

    /// It cannot be told now: the issuer's keys are out of reach, and there are none from before.
    ///
    /// @param retryAfter when it may be different; at least a second
    record Unverifiable(Duration retryAfter) implements Authentication {}
}
