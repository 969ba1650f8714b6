package dev.weir.lake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What those who read and rewrite the lake need of its bucket, beside writing. Every method throws
/// [LakeUnavailable] when the bucket cannot be asked; a write that threw may or may not have happened.
public interface LakeObjects extends ObjectStore {

    /// All objects whose names start so, by name.
    List<LakeObject> list(String prefix);

    /// The folders right below a prefix that ends with a slash, each with a slash at its end, by name.
    List<String> folders(String prefix);

    /// A whole object; empty if there is none of the name.
    Optional<Fetched> get(String key);

    /// Some bytes of an object, as long as it is the one that was listed.
    ///
    /// @throws LakeUnavailable also if it has changed or gone
    byte[] read(LakeObject object, long from, int length);

    /// Stores an object in place of the one with the entity tag, with `If-Match`: [PutOutcome#PRESENT] if
    /// another is there by now, [PutOutcome#CONFLICT] if none is.
    PutOutcome replace(String key, ObjectContent content, String etag);

    /// Makes sure that there is no object of the name.
    void delete(String key);

    /// Makes sure that there are no objects of some names, in any order. Where it throws, some may be gone.
    default void deleteAll(Collection<String> keys) {
        keys.forEach(this::delete);
    }

    /// An object's content, and the tag that it had then.
    record Fetched(byte[] bytes, String etag) {

        @Override
        public String toString() {
            return "Fetched[" + bytes.length + " bytes]";
        }
    }
}
