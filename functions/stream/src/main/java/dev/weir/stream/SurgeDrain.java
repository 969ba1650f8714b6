package dev.weir.stream;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/// Puts what waits in the surge queue into the stream, under the partition key that it had. What the stream has twice,
/// because a message came twice, has the same event ids.
public final class SurgeDrain {

    private final RecordGroup group;
    private final Duration keeps;
    private final Clock clock;

    /// @param kinesis a client of [KinesisClients] with the same patience; the caller closes it
    /// @param keeps how long the queue keeps messages
    public SurgeDrain(KinesisClient kinesis, String stream, Patience patience, Duration keeps, Clock clock) {
        this.group = new RecordGroup(kinesis, stream, patience, clock);
        this.keeps = keeps;
        this.clock = clock;
    }

    /// What became of a message.
    public sealed interface Drained {

        /// The stream has its record.
        record Published() implements Drained {}

        /// The stream refuses it; it must stay in the queue.
        record Refused(String reason) implements Drained {}

        /// It is no message of a collector, and will never be one.
        record Unreadable() implements Drained {}

        /// It waited for longer than the queue keeps messages, which is when erasures stop to look for it: it must not
        /// get into the stream any more.
        record Expired() implements Drained {}
    }

    /// Publishes the record of a message.
    ///
    /// @param text as the collector has put it
    public Drained drain(String text) {
        Optional<SurgeMessage> found = SurgeMessage.of(text);
        if (found.isEmpty()) {
            return new Drained.Unreadable();
        }
        SurgeMessage message = found.get();
        if (message.queuedAt().plus(keeps).isBefore(clock.instant())) {
            return new Drained.Expired();
        }
        try {
            group.put(List.of(message.record()));
            return new Drained.Published();
        } catch (StreamUnavailable e) {
            return new Drained.Refused(String.valueOf(e.getMessage()));
        }
    }
}
