package dev.weir.stream;

/// Why bytes are no record; becomes a [Decoded.Poison].
final class UnreadableRecord extends Exception {

    UnreadableRecord(String reason) {
        super(reason);
    }
}
