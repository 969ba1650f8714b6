package dev.weir.lake;

import java.time.Instant;

/// A record of the stream that nothing can be made of.
///
/// @param reason what is wrong with it, never what is in it
/// @param arrival when the stream took it
public record PoisonRecord(RecordPlace place, Instant arrival, byte[] data, String reason) {

    @Override
    public String toString() {
        return "PoisonRecord[" + place + ", " + data.length + " bytes]";
    }
}
