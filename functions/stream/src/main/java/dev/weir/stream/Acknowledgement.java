package dev.weir.stream;

import java.util.List;

/// Kinesis has the batch, and this is where: one position per record that the batch became, in its order.
public record Acknowledgement(List<Position> positions) {

    /// Nothing was to be done.
    public static final Acknowledgement NOTHING = new Acknowledgement(List.of());

    public Acknowledgement {
        positions = List.copyOf(positions);
    }

    /// A record's place in the stream.
    public record Position(String shardId, SequenceNumber sequenceNumber) {

        static Position of(String shardId, String sequenceNumber) {
            return new Position(shardId, new SequenceNumber(sequenceNumber));
        }
    }
}
