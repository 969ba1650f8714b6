package dev.weir.lake;

import dev.weir.lake.ObjectStore.PutOutcome;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The manifests in a bucket. A manifest is changed only by one who saw its latest version.
public final class Manifests {

    private static final String MEDIA_TYPE = "application/x-ndjson";

    private final LakeObjects lake;

    public Manifests(LakeObjects lake) {
        this.lake = lake;
    }

    /// A manifest as it was read.
    ///
    /// @param etag null while there is none
    public record Version(Manifest manifest, @Nullable String etag) {}

    /// The manifest of a day; an empty one for a day that was never compacted.
    public Version read(LakeDay day) {
        Optional<LakeObjects.Fetched> object = lake.get(day.manifest());
        return object.map(found -> new Version(Manifest.read(found.bytes()), found.etag()))
                .orElseGet(() -> new Version(Manifest.EMPTY, null));
    }

    /// Puts one in place of the version that was read; whether it did. When it did not, others have
    /// changed it since.
    boolean replace(LakeDay day, Version seen, Manifest next) {
        ObjectContent content = new ObjectContent(next.json(), MEDIA_TYPE, Map.of());
        PutOutcome outcome = seen.etag() == null
                ? lake.putIfAbsent(day.manifest(), content)
                : lake.replace(day.manifest(), content, seen.etag());
        return outcome == PutOutcome.STORED;
    }
}
