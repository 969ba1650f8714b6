package dev.weir.lake;

import dev.weir.lake.ObjectStore.PutOutcome;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.apache.parquet.hadoop.metadata.BlockMetaData;

/// Removes rows from Parquet objects of the lake. Row groups without them are copied, the others written anew. An
/// object keeps its name and what its metadata says of the stream, also when it has no row left, so that a late
/// retry finds the name taken.
///
/// It holds one row group at a time. What an object is to become is written to a file that has no name ([ScratchFile]).
public final class ObjectEraser {

    private static final String MEDIA_TYPE = "application/vnd.apache.parquet";
    private static final int ATTEMPTS = 5;

    private final LakeObjects lake;
    private final Predicate<String> namesInProperties;

    /// @param namesInProperties whether events of a name may hold pseudonyms that are in none of their identities
    public ObjectEraser(LakeObjects lake, Predicate<String> namesInProperties) {
        this.lake = lake;
        this.namesInProperties = namesInProperties;
    }

    /// Examines an object, and erases what is in it. Doing so again finds nothing. One that is changed meanwhile is
    /// examined as it is then.
    ///
    /// @param intent is told what an object is about to become, before it does; its `etagAfter` is not known yet
    /// @return empty if the object is gone
    /// @throws LakeUnavailable if the object cannot be read, is no Parquet file, or cannot be replaced
    public Optional<ErasedObject> erase(LakeObject listed, List<Sought> sought, Consumer<ErasedObject> intent) {
        ErasureTargets targets = new ErasureTargets(sought);
        Optional<LakeObject> object = Optional.of(listed);
        for (int attempt = 0; attempt < ATTEMPTS && object.isPresent(); attempt++) {
            Optional<ErasedObject> done = attempt(object.get(), targets, intent);
            if (done.isPresent()) {
                return done;
            }
            object = current(listed.key());
        }
        if (object.isPresent()) {
            throw new LakeUnavailable("cannot erase from " + listed.key() + ": others keep changing it");
        }
        return Optional.empty();
    }

    private Optional<ErasedObject> attempt(LakeObject object, ErasureTargets targets, Consumer<ErasedObject> intent) {
        return reading(object, () -> search(object, targets))
                .flatMap(found ->
                        found.gone.isEmpty() ? Optional.of(untouched(object, found)) : replace(object, found, intent));
    }

    /// What comes of reading an object; empty if it has changed meanwhile, or gone.
    private <T> Optional<T> reading(LakeObject object, Supplier<T> reading) {
        try {
            return Optional.of(Reading.of(object, reading));
        } catch (LakeUnavailable trouble) {
            if (current(object.key()).filter(object::equals).isPresent()) {
                throw trouble;
            }
            return Optional.empty();
        }
    }

    private Found search(LakeObject object, ErasureTargets targets) {
        ParquetObject parquet = new ParquetObject(lake, object);
        Map<Integer, BitSet> groups = new HashMap<>();
        long[] matched = new long[targets.size()];
        for (int group = 0; group < parquet.groups().size(); group++) {
            RowHits hits = new GroupSearch(targets, namesInProperties, new GroupColumns(parquet, group)).hits();
            if (!hits.isEmpty()) {
                groups.put(group, hits.rows());
                hits.count(matched);
            }
        }
        long rows =
                parquet.groups().stream().mapToLong(BlockMetaData::getRowCount).sum();
        return new Found(
                parquet,
                rows,
                parquet.groups().size(),
                groups,
                LongStream.of(matched).boxed().toList());
    }

    /// @param rows all that the object has, in all of its row groups
    /// @param gone the rows to go, by row group
    private record Found(ParquetObject parquet, long rows, int groups, Map<Integer, BitSet> gone, List<Long> matched) {

        long rowsGone() {
            return gone.values().stream().mapToLong(BitSet::cardinality).sum();
        }
    }

    private static ErasedObject untouched(LakeObject object, Found found) {
        return new ErasedObject(
                object.key(), object.etag(), object.etag(), "", found.rows, found.rows, found.matched, found.groups, 0);
    }

    private Optional<ErasedObject> replace(LakeObject object, Found found, Consumer<ErasedObject> intent) {
        Optional<ScratchFile> rewritten = reading(object, () -> RewrittenFile.of(found.parquet, found.gone));
        if (rewritten.isEmpty()) {
            return Optional.empty();
        }
        try (ScratchFile file = rewritten.get()) {
            Optional<Map<String, String>> metadata = lake.head(object.key());
            return metadata.isEmpty()
                    ? Optional.empty()
                    : replace(object, erased(object, found, file), file, metadata.get(), intent);
        }
    }

    private Optional<ErasedObject> replace(
            LakeObject object,
            ErasedObject erased,
            ScratchFile file,
            Map<String, String> metadata,
            Consumer<ErasedObject> intent) {
        intent.accept(erased);
        Map<String, String> kept = new HashMap<>(metadata);
        kept.put("rows", Long.toString(erased.rowsAfter()));
        ObjectContent content = new ObjectContent(file, MEDIA_TYPE, kept);
        if (lake.replace(object.key(), content, object.etag()) != PutOutcome.STORED) {
            return Optional.empty();
        }
        return Optional.of(
                erased.withEtag(current(object.key()).map(LakeObject::etag).orElse("")));
    }

    private static ErasedObject erased(LakeObject object, Found found, ScratchFile file) {
        int rewritten = found.gone.size();
        return new ErasedObject(
                object.key(),
                object.etag(),
                "",
                ObjectDigest.of(file),
                found.rows,
                found.rows - found.rowsGone(),
                found.matched,
                found.groups - rewritten,
                rewritten);
    }

    private Optional<LakeObject> current(String key) {
        return lake.list(key).stream()
                .filter(object -> object.key().equals(key))
                .findFirst();
    }
}
