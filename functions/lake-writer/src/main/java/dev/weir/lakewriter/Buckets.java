package dev.weir.lakewriter;

import dev.weir.lake.LakeObjects;
import dev.weir.lake.ObjectStore;

/// Where the lake-writer writes to.
record Buckets(LakeObjects lake, ObjectStore quarantine) {}
