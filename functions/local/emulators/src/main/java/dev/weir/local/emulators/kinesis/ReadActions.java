package dev.weir.local.emulators.kinesis;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reading a shard by iterators.
final class ReadActions {
    private static final int MAX_RECORDS = 10_000;
    private static final int MAX_BYTES = 10 << 20;

    private final Streams streams;
    private final Clock clock;

    ReadActions(Streams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    Map<String, Object> iterator(Input input) {
        StoredStream stream = streams.find(input.stream());
        Shard shard = stream.shard(input.text("ShardId"));
        long index = start(shard, input);
        ShardIterator iterator =
                new ShardIterator(stream.spec().name(), stream.spec().created(), shard.number(), index, clock.millis());
        return Map.of("ShardIterator", iterator.token());
    }

    Map<String, Object> records(Input input) {
        ShardIterator iterator = ShardIterator.parse(input.text("ShardIterator"));
        int limit = input.number("Limit", MAX_RECORDS, 1, MAX_RECORDS);
        if (clock.millis() - iterator.issued() > ShardIterator.LIFE.toMillis()) {
            throw Refusal.expiredIterator();
        }
        return records(shard(iterator), iterator, limit);
    }

    private Map<String, Object> records(Shard shard, ShardIterator iterator, int limit) {
        long latest = shard.latest();
        List<StreamRecord> records = shard.read(iterator.index(), limit, MAX_BYTES);
        long next = records.isEmpty()
                ? Math.max(iterator.index(), latest)
                : shard.indexOf(records.getLast().sequenceNumber()) + 1;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("Records", records.stream().map(ReadActions::record).toList());
        answer.put("NextShardIterator", iterator.at(next, clock.millis()).token());
        answer.put("MillisBehindLatest", behind(records, next >= latest));
        return answer;
    }

    private long behind(List<StreamRecord> records, boolean atTheEnd) {
        return records.isEmpty() || atTheEnd
                ? 0
                : Math.max(1, clock.millis() - records.getLast().arrival().toEpochMilli());
    }

    private Shard shard(ShardIterator iterator) {
        StoredStream stream = streams.find(iterator.stream());
        if (stream.spec().created() != iterator.created()) {
            throw Refusal.noSuchStream(iterator.stream());
        }
        return stream.shard(Shard.id(iterator.shard()));
    }

    private long start(Shard shard, Input input) {
        return switch (IteratorType.parse(input.text("ShardIteratorType"))) {
            case TRIM_HORIZON -> 0;
            case LATEST -> shard.latest();
            case AT_SEQUENCE_NUMBER -> shard.indexOf(input.text("StartingSequenceNumber"));
            case AFTER_SEQUENCE_NUMBER -> shard.indexOf(input.text("StartingSequenceNumber")) + 1;
            case AT_TIMESTAMP -> shard.since(past(input.time("Timestamp")));
        };
    }

    private Instant past(Instant time) {
        if (time.isAfter(clock.instant())) {
            throw Refusal.invalidArgument("The timestampInMillis parameter cannot be greater than the current time.");
        }
        return time;
    }

    private static Map<String, Object> record(StreamRecord record) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("SequenceNumber", record.sequenceNumber());
        answer.put("ApproximateArrivalTimestamp", record.arrival());
        answer.put("Data", record.data());
        answer.put("PartitionKey", record.partitionKey());
        answer.put("EncryptionType", "NONE");
        return answer;
    }
}
