package dev.weir.local.mapping;

/// A mapping of a queue as Lambda is told about it: `ReportBatchItemFailures` is on, and a batch is not waited for.
///
/// @param batchSize messages at most, 1 to 10
public record QueueMappingSpec(String name, String queue, String function, int batchSize) {

    public QueueMappingSpec {
        if (batchSize < 1 || batchSize > 10) {
            throw new IllegalArgumentException("the batch size of " + name + " is not within 1 and 10");
        }
    }
}
