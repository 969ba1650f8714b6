package dev.weir.lakewriter;

import dev.weir.lake.LakeObjects;

/// Where events land, where records wait that cannot be read, and where batches are that were given up. Landing writes
/// to the first two, replay reads them all.
record Buckets(LakeObjects lake, LakeObjects quarantine, LakeObjects failed) {}
