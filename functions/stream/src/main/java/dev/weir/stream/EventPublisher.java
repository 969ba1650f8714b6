package dev.weir.stream;

import dev.weir.core.event.StoredEvent;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/// Puts batches of events into the stream: one record per batch, more only where one would pass the limit of Kinesis.
/// Safe for use by several threads.
public final class EventPublisher {

    /// Most bytes of a record's data and partition key together (Kinesis quotas).
    public static final int MAX_RECORD = 1024 * 1024;

    private final RecordPacker packer;
    private final RecordGroup group;
    private final @Nullable SurgeQueue surge;

    /// A publisher to one stream.
    ///
    /// @param kinesis a client of [KinesisClients] with the same patience; the caller closes it
    public EventPublisher(KinesisClient kinesis, String stream, RecordCodec codec, Patience patience, Clock clock) {
        this(new RecordPacker(codec, MAX_RECORD, MAX_RECORD), new RecordGroup(kinesis, stream, patience, clock), null);
    }

    EventPublisher(RecordPacker packer, RecordGroup group, @Nullable SurgeQueue surge) {
        this.packer = packer;
        this.group = group;
        this.surge = surge;
    }

    /// A publisher that hands to a queue what the stream refuses. Its records are small enough for both, where their
    /// events are.
    public EventPublisher with(SurgeQueue queue) {
        return new EventPublisher(packer.aimingAt(SurgeMessage.MAX_RECORD), group, queue);
    }

    /// Returns once Kinesis, or the queue, has all of the events; an empty batch is nothing to do. The partition key is
    /// the subject of the first event that has one, else the batch's id.
    ///
    /// @throws StreamUnavailable if neither has all of them; they may have some
    /// @throws IllegalArgumentException if a single event does not fit into a record
    public Publication publish(List<StoredEvent> events) throws StreamUnavailable {
        if (events.isEmpty()) {
            return new Publication.InStream(Acknowledgement.NOTHING);
        }
        try {
            return new Publication.InStream(group.put(packer.pack(events)));
        } catch (StreamUnavailable e) {
            if (surge == null) {
                throw e;
            }
            surge.put(e.untaken());
            return new Publication.Queued();
        }
    }
}
