package dev.weir.lake;

import java.util.Map;
import java.util.Optional;

/// What the lake needs of a bucket. Every method throws [LakeUnavailable] when the bucket cannot be asked, and then the
/// object may or may not have been stored.
public interface ObjectStore {

    /// Stores an object where there is none of that name, with `If-None-Match: *`.
    PutOutcome putIfAbsent(String key, ObjectContent content);

    /// Stores an object, in place of one of the same name.
    void put(String key, ObjectContent content);

    /// The user metadata of an object; empty if there is no such object.
    Optional<Map<String, String>> head(String key);

    /// What became of a conditional put.
    enum PutOutcome {
        STORED,
        /// There is an object of that name, and it was left alone.
        PRESENT,
        /// Somebody else was storing or deleting at the same moment: nothing was decided.
        CONFLICT
    }
}
