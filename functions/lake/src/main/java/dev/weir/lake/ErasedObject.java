package dev.weir.lake;

import java.util.List;

/// What was found in an object, and what became of it.
///
/// @param etagAfter the same as before where nothing was found
/// @param sha256 of what the object holds now, in hex; empty where nothing was found
/// @param matched the rows of each who was sought, in their order; a row of two of them counts for both
/// @param groupsCopied row groups that are as they were, byte for byte
/// @param groupsRewritten row groups that lost rows, those that lost all of them too
public record ErasedObject(
        String key,
        String etagBefore,
        String etagAfter,
        String sha256,
        long rowsBefore,
        long rowsAfter,
        List<Long> matched,
        int groupsCopied,
        int groupsRewritten) {

    public ErasedObject {
        matched = List.copyOf(matched);
    }

    public boolean isChanged() {
        return groupsRewritten > 0;
    }

    ErasedObject withEtag(String etag) {
        return new ErasedObject(
                key, etagBefore, etag, sha256, rowsBefore, rowsAfter, matched, groupsCopied, groupsRewritten);
    }
}
