package dev.weir.local.emulators.kinesis;

import java.time.Instant;

/// A record read back from a shard's log.
final class StoredRecord {
    private final long index;
    private final long arrival;
    private final String key;
    private final byte[] data;

    StoredRecord(long index, long arrival, String key, byte[] data) {
        this.index = index;
        this.arrival = arrival;
        this.key = key;
        this.data = data;
    }

    long index() {
        return index;
    }

    long arrival() {
        return arrival;
    }

    StreamRecord as(SequenceNumber number) {
        return new StreamRecord(number.toString(), key, Instant.ofEpochMilli(arrival), data);
    }
}
