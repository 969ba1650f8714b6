package dev.weir.stream;

import java.time.Duration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/// How long a writer goes on trying, with exponential backoff and full jitter between its attempts.
///
/// @param attempts how often a call, or the refused part of one, is sent at most
/// @param base the first delay is at most this
/// @param cap no delay is longer
/// @param perAttempt an attempt without an answer is given up after this
/// @param total everything together, answers included
public record Patience(int attempts, Duration base, Duration cap, Duration perAttempt, Duration total) {

    /// For a sender that waits for its answer: eight attempts within five seconds.
    public static final Patience OF_A_SENDER =
            new Patience(8, Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5));

    /// For a sender that waits while there is a queue for what the stream refuses: three attempts within two seconds.
    public static final Patience BEFORE_THE_QUEUE = new Patience(
            3, Duration.ofMillis(50), Duration.ofMillis(400), Duration.ofSeconds(1), Duration.ofSeconds(2));

    /// For the drain of that queue: six attempts within four seconds, so that ten messages take less than a minute.
    public static final Patience OF_THE_DRAIN = new Patience(
            6, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    BackoffStrategy backoff() {
        return BackoffStrategy.exponentialDelay(base, cap);
    }
}
