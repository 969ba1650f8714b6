package dev.weir.stream;

import java.time.Instant;

/// Where a record is in the stream, and since when.
///
/// @param partitionKey may be a pseudonym, so it is not printed
public record Coordinates(String shardId, SequenceNumber sequenceNumber, String partitionKey, Instant arrival) {

    @Override
    public String toString() {
        return shardId + ":" + sequenceNumber + "@" + arrival;
    }
}
