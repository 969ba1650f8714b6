package dev.weir.retention;

import dev.weir.lake.LakeObjects;
import dev.weir.lake.ObjectStore;
import dev.weir.lake.VersionedObjects;

/// Where things expire, and where it is written down. Nothing is ever deleted from the audit bucket.
record Buckets(VersionedObjects lake, LakeObjects quarantine, LakeObjects failed, ObjectStore audit) {}
