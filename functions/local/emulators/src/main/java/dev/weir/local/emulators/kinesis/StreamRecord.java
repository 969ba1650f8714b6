package dev.weir.local.emulators.kinesis;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/// A record as a consumer sees it.
public record StreamRecord(String sequenceNumber, String partitionKey, Instant arrival, byte[] data) {
    @Override
    public boolean equals(Object other) {
        return other instanceof StreamRecord that
                && sequenceNumber.equals(that.sequenceNumber)
                && partitionKey.equals(that.partitionKey)
                && arrival.equals(that.arrival)
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sequenceNumber, arrival);
    }

    /// The coordinates alone: neither the partition key nor the data.
    @Override
    public String toString() {
        return "StreamRecord[" + sequenceNumber + ", " + arrival + ", " + data.length + " bytes]";
    }
}
