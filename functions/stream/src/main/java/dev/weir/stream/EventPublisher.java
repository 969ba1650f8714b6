package dev.weir.stream;

import dev.weir.core.event.StoredEvent;
import dev.weir.stream.Acknowledgement.Position;
import dev.weir.stream.RecordPacker.Packed;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;

/// Puts batches of events into the stream: one record per batch, more only where one would pass the limit of Kinesis.
/// Safe for use by several threads.
public final class EventPublisher {

    /// Most bytes of a record's data and partition key together (Kinesis quotas).
    public static final int MAX_RECORD = 1024 * 1024;

    private final KinesisClient kinesis;
    private final String stream;
    private final RecordPacker packer;
    private final RecordGroup group;

    /// A publisher to one stream.
    ///
    /// @param kinesis a client of [KinesisClients] with the same patience; the caller closes it
    public EventPublisher(KinesisClient kinesis, String stream, RecordCodec codec, Patience patience, Clock clock) {
        this(kinesis, stream, new RecordPacker(codec, MAX_RECORD), new RecordGroup(kinesis, stream, patience, clock));
    }

    EventPublisher(KinesisClient kinesis, String stream, RecordPacker packer, RecordGroup group) {
        this.kinesis = kinesis;
        this.stream = stream;
        this.packer = packer;
        this.group = group;
    }

    /// Returns once Kinesis has all of the events; an empty batch is nothing to do. The partition key is the subject
    /// of the first event that has one, else the batch's id.
    ///
    /// @throws StreamUnavailable if it does not have all of them; it may have some
    /// @throws IllegalArgumentException if a single event does not fit into a record
    public Acknowledgement publish(List<StoredEvent> events) throws StreamUnavailable {
        if (events.isEmpty()) {
            return Acknowledgement.NOTHING;
        }
        List<Packed> records = packer.pack(events);
        try {
            return records.size() == 1 ? put(records.getFirst()) : group.put(records);
        } catch (SdkException e) {
            throw Trouble.writing(stream, records.size(), e);
        }
    }

    private Acknowledgement put(Packed packed) {
        PutRecordResponse answer = kinesis.putRecord(put -> put.streamName(stream)
                .partitionKey(packed.partitionKey())
                .data(SdkBytes.fromByteArrayUnsafe(packed.data())));
        return new Acknowledgement(List.of(Position.of(answer.shardId(), answer.sequenceNumber())));
    }
}
