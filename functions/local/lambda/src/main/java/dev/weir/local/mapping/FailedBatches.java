package dev.weir.local.mapping;

/// The on-failure destination.
@FunctionalInterface
public interface FailedBatches {

    /// Returns when the batch is stored. Anything thrown means that it is not: the mapping then
    /// tries the batch again instead of moving on.
    void store(FailedBatch batch);
}
