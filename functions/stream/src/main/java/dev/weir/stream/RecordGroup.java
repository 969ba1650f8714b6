package dev.weir.stream;

import dev.weir.stream.Acknowledgement.Position;
import dev.weir.stream.RecordPacker.Packed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/// Puts several records at once. Kinesis may take some and refuse others in one answer, which the SDK does not retry,
/// so the refused ones are put again here.
final class RecordGroup {

    private static final int MAX_RECORDS = 500;
    private static final int MAX_BYTES = 5 * 1024 * 1024;

    private final KinesisClient kinesis;
    private final String stream;
    private final Patience patience;
    private final Clock clock;

    RecordGroup(KinesisClient kinesis, String stream, Patience patience, Clock clock) {
        this.kinesis = kinesis;
        this.stream = stream;
        this.patience = patience;
        this.clock = clock;
    }

    /// Returns once Kinesis has all of the records.
    ///
    /// @throws StreamUnavailable with those that it has not taken, as far as that is known
    Acknowledgement put(List<Packed> records) throws StreamUnavailable {
        NavigableMap<Integer, Packed> open = new TreeMap<>();
        records.forEach(record -> open.put(open.size(), record));
        try {
            return records.size() == 1 ? putOne(records.getFirst()) : putAll(open);
        } catch (SdkException e) {
            throw Trouble.writing(stream, List.copyOf(open.values()), e);
        }
    }

    private Acknowledgement putOne(Packed packed) {
        PutRecordResponse answer = kinesis.putRecord(put -> put.streamName(stream)
                .partitionKey(packed.partitionKey())
                .data(SdkBytes.fromByteArrayUnsafe(packed.data())));
        return new Acknowledgement(List.of(Position.of(answer.shardId(), answer.sequenceNumber())));
    }

    private Acknowledgement putAll(NavigableMap<Integer, Packed> open) throws StreamUnavailable {
        Instant deadline = clock.instant().plus(patience.total());
        NavigableMap<Integer, Position> taken = new TreeMap<>();
        int refusals = 0;
        while (!open.isEmpty()) {
            int refused = putSome(open, taken);
            if (refused > 0) {
                refusals++;
                pauseAfter(refusals, List.copyOf(open.values()), deadline);
            }
        }
        return new Acknowledgement(List.copyOf(taken.values()));
    }

    /// Moves what Kinesis takes from open to taken, and counts what it refuses.
    private int putSome(NavigableMap<Integer, Packed> open, NavigableMap<Integer, Position> taken) {
        List<Integer> sent = fitting(open);
        List<PutRecordsRequestEntry> entries =
                sent.stream().map(open::get).map(RecordGroup::entry).toList();
        List<PutRecordsResultEntry> results = kinesis.putRecords(
                        put -> put.streamName(stream).records(entries))
                .records();
        int refused = 0;
        for (int i = 0; i < sent.size(); i++) {
            PutRecordsResultEntry result = results.get(i);
            if (result.sequenceNumber() == null) {
                refused++;
            } else {
                taken.put(sent.get(i), Position.of(result.shardId(), result.sequenceNumber()));
                open.remove(sent.get(i));
            }
        }
        return refused;
    }

    private static List<Integer> fitting(NavigableMap<Integer, Packed> open) {
        List<Integer> fitting = new ArrayList<>();
        int bytes = 0;
        for (var record : open.entrySet()) {
            bytes += record.getValue().size();
            if (bytes > MAX_BYTES || fitting.size() == MAX_RECORDS) {
                break;
            }
            fitting.add(record.getKey());
        }
        return fitting;
    }

    private static PutRecordsRequestEntry entry(Packed packed) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(packed.partitionKey())
                .data(SdkBytes.fromByteArrayUnsafe(packed.data()))
                .build();
    }

    private void pauseAfter(int refusals, List<Packed> refused, Instant deadline) throws StreamUnavailable {
        var pause = patience.backoff().computeDelay(refusals);
        if (refusals >= patience.attempts() || clock.instant().plus(pause).isAfter(deadline)) {
            throw gaveUp(refused, "refused " + refusals + " times");
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gaveUp(refused, "interrupted");
        }
    }

    private StreamUnavailable gaveUp(List<Packed> refused, String why) {
        return new StreamUnavailable(
                "cannot write to stream " + stream + " (" + refused.size() + " records): " + why, null, refused);
    }
}
