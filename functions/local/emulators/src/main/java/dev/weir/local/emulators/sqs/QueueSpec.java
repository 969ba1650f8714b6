package dev.weir.local.emulators.sqs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A standard queue, as SQS is told about it.
///
/// @param visibility how long nobody else gets a message that was received
/// @param retention how long a message is kept, from when it was sent to its first queue
/// @param mostReceives a message that was received so often goes to the dead letters in place of the next time
/// @param deadLetters name of the queue for them; without one messages stay until they are too old
public record QueueSpec(
        String name,
        Duration visibility,
        Duration retention,
        int mostReceives,
        @Nullable String deadLetters) {

    public QueueSpec {
        if (!name.matches("[A-Za-z0-9_-]{1,80}")) {
            throw new IllegalArgumentException("a queue's name has 1 to 80 letters, digits, - or _");
        }
        if (visibility.isNegative() || !retention.isPositive() || mostReceives < 1) {
            throw new IllegalArgumentException("visibility, retention and receives of " + name + " must be positive");
        }
    }

    /// A queue that others give up messages to.
    public static QueueSpec deadLetters(String name, Duration retention) {
        return new QueueSpec(name, Duration.ofSeconds(30), retention, Integer.MAX_VALUE, null);
    }
}
