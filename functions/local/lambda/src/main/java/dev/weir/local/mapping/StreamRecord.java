package dev.weir.local.mapping;

import java.time.Instant;

/// One record of a shard. `toString()` gives its coordinate alone.
public record StreamRecord(String sequenceNumber, String partitionKey, Instant arrival, byte[] data) {

    @Override
    public String toString() {
        return "StreamRecord[" + sequenceNumber + "]";
    }
}
