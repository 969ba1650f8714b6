package dev.weir.lakewriter;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Buckets in memory in place of S3.
final class TestBuckets {

    static final MemoryBucket LAKE = new MemoryBucket();
    static final MemoryBucket QUARANTINE = new MemoryBucket();
    static final MemoryBucket FAILED = new MemoryBucket();

    @Mock
    @Produces
    @Singleton
    Buckets buckets() {
        return new Buckets(LAKE, QUARANTINE, FAILED);
    }
}
