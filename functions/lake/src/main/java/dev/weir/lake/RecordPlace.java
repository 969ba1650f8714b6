package dev.weir.lake;

import java.util.regex.Pattern;

/// Where in the stream a record is.
public record RecordPlace(String shardId, SequenceNumber sequence) {

    private static final Pattern SHARD = Pattern.compile("[A-Za-z0-9_.-]{1,128}");

    /// @throws IllegalArgumentException if the shard's id cannot be part of an object's name
    public RecordPlace {
        if (!SHARD.matcher(shardId).matches()) {
            throw new IllegalArgumentException("not a shard id (" + shardId.length() + " characters)");
        }
    }

    /// `<shard>-<sequence>`, the sequence with zeros in front: what objects of the record are named.
    public String objectName() {
        return shardId + "-" + sequence.padded();
    }
}
