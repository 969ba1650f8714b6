package dev.weir.lake;

import dev.weir.lake.ObjectStore.PutOutcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Removes identities from silver that outlives them. An object keeps its name, and every event and value that
/// leads to nobody; it is replaced with `If-Match`, and says in its metadata that it is done (`identities`:
/// `removed`), so it is done once. What it was before is for the caller to remove.
public final class IdentityRemoval {

    private static final String MARK = "identities";
    private static final String REMOVED = "removed";
    private static final String MEDIA_TYPE = "application/vnd.apache.parquet";
    private static final int ROWS_AT_ONCE = 60_000;

    private final LakeObjects lake;
    private final SilverTable table;
    private final Anonymiser anonymiser;

    /// @param table of the objects' product
    /// @param namesInProperties whether events of a name may hold pseudonyms that are in none of their identities
    public IdentityRemoval(LakeObjects lake, SilverTable table, Predicate<String> namesInProperties) {
        this.lake = lake;
        this.table = table;
        this.anonymiser = new Anonymiser(table, namesInProperties);
    }

    /// What became of an object.
    public enum Outcome {
        REMOVED,
        /// There is nothing to do: an earlier run did it, or the object is gone.
        DONE,
        /// Somebody else has changed it meanwhile, and it was left alone: the next run does it.
        OVERTAKEN
    }

    /// Whether an object still has to be done.
    ///
    /// @throws LakeUnavailable if the bucket does not answer
    public boolean isDue(LakeObject object) {
        return lake.head(object.key())
                .filter(metadata -> !REMOVED.equals(metadata.get(MARK)))
                .isPresent();
    }

    /// Removes identities from an object.
    ///
    /// @throws LakeUnavailable if it cannot be read or replaced; doing it again does the rest
    public Outcome remove(LakeObject listed) {
        Optional<Map<String, String>> metadata = lake.head(listed.key());
        if (metadata.isEmpty() || REMOVED.equals(metadata.get().get(MARK))) {
            return Outcome.DONE;
        }
        SilverFile file;
        try {
            file = anonymous(listed);
        } catch (LakeUnavailable trouble) {
            if (isThere(listed)) {
                throw trouble;
            }
            return Outcome.OVERTAKEN;
        }
        try (file) {
            Map<String, String> marked = new HashMap<>(metadata.get());
            marked.put(MARK, REMOVED);
            ObjectContent content = new ObjectContent(file.finish(), MEDIA_TYPE, marked);
            return lake.replace(listed.key(), content, listed.etag()) == PutOutcome.STORED
                    ? Outcome.REMOVED
                    : Outcome.OVERTAKEN;
        }
    }

    private SilverFile anonymous(LakeObject object) {
        return new AnonymousFile(new ParquetObject(lake, object), table, anonymiser, ROWS_AT_ONCE).written();
    }

    private boolean isThere(LakeObject listed) {
        return lake.list(listed.key()).contains(listed);
    }
}
