package dev.weir.lake;

import java.util.List;

/// What those who erase need of the lake's bucket beside: what it keeps of objects that were replaced or deleted.
/// Methods throw [LakeUnavailable] as those of [LakeObjects] do.
public interface VersionedObjects extends LakeObjects {

    /// The versions that nobody reads any more, by name of their object: first those with content, then the marks of
    /// deletions. None in a bucket that keeps none. They may be removed in this order, whatever ends that halfway:
    /// without its mark, the version before a deletion is the current one again.
    List<OldVersion> oldVersions(String prefix);

    /// Removes one for good.
    void delete(OldVersion version);
}
