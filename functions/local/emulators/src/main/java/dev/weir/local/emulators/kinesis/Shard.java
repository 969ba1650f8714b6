package dev.weir.local.emulators.kinesis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One shard of a stream: its log, spoken to in sequence numbers.
final class Shard implements AutoCloseable {
    private final StreamSpec stream;
    private final int number;
    private final ShardLog log;
    private final Throttle throttle;

    Shard(StreamSpec stream, int number, ShardLog log, Throttle throttle) {
        this.stream = stream;
        this.number = number;
        this.log = log;
        this.throttle = throttle;
    }

    static String id(int number) {
        return String.format("shardId-%012d", number);
    }

    String id() {
        return id(number);
    }

    int number() {
        return number;
    }

    /// @return the record's sequence number, once the record is written
    /// @throws Refusal where the shard has taken enough for this second
    String put(String key, byte[] data, int size) {
        if (!throttle.admits(size)) {
            throw Refusal.throughput(stream.name(), id());
        }
        try {
            ShardLog.Appended appended = log.append(key, data);
            return sequence(appended.index(), appended.arrival()).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + stream.name() + "/" + id(), failure);
        }
    }

    List<StreamRecord> read(long from, int maxRecords, int maxBytes) {
        try {
            return log.read(from, maxRecords, maxBytes).stream()
                    .map(record -> record.as(sequence(record.index(), record.arrival())))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + stream.name() + "/" + id(), failure);
        }
    }

    boolean awaitPast(long index, Duration timeout) throws InterruptedException {
        return log.awaitPast(index, timeout);
    }

    /// The place of the record with this number.
    ///
    /// @throws Refusal where this shard did not give out the number
    long indexOf(String sequenceNumber) {
        SequenceNumber parsed = SequenceNumber.parse(sequenceNumber);
        if (parsed.streamCreated() != stream.created() || parsed.shard() != number) {
            throw Refusal.invalidArgument("The sequence number is not one of shard " + id() + " in stream "
                    + stream.name() + " under account " + Arn.ACCOUNT + ".");
        }
        return parsed.index();
    }

    long latest() {
        return log.next();
    }

    long since(Instant time) {
        try {
            return log.firstSince(time.toEpochMilli());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + stream.name() + "/" + id(), failure);
        }
    }

    /// Where the shard's sequence numbers begin.
    String firstSequence() {
        return sequence(0, stream.created() * 1000).toString();
    }

    @Override
    public void close() throws IOException {
        log.close();
    }

    private SequenceNumber sequence(long index, long arrivalMillis) {
        return new SequenceNumber(stream.created(), number, index, Math.floorDiv(arrivalMillis, 1000L));
    }
}
