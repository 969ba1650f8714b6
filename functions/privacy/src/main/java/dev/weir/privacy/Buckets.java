package dev.weir.privacy;

import dev.weir.lake.VersionedObjects;

/// Where people may be stored, where files for them are, and where the evidence goes.
record Buckets(
        VersionedObjects lake,
        VersionedObjects quarantine,
        VersionedObjects failed,
        VersionedObjects audit,
        Exports exports) {}
