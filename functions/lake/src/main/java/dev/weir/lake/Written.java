package dev.weir.lake;

import java.util.List;

/// What a write of bronze rows left in the lake.
///
/// @param objects those that were stored now
/// @param alreadyThere rows that an earlier attempt had stored
/// @param suppressed rows that were not to land
public record Written(List<Stored> objects, int alreadyThere, int suppressed) {

    public Written {
        objects = List.copyOf(objects);
    }

    /// Rows that were stored now.
    public int rows() {
        return objects.stream().mapToInt(Stored::rows).sum();
    }

    /// An object that was stored.
    public record Stored(BronzePartition partition, String key, int rows) {}
}
