package dev.weir.lakewriter;

import dev.weir.lake.ObjectStore;

/// Where the lake-writer writes to.
record Buckets(ObjectStore lake, ObjectStore quarantine) {}
