package dev.weir.local.stack;

import dev.weir.local.mapping.FailedBatch;
import dev.weir.local.mapping.FailedBatches;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Keeps failed batches in their bucket, where they can be replayed from.
record FailedBatchBucket(S3Client s3, String bucket) implements FailedBatches {

    @Override
    public void store(FailedBatch batch) {
        s3.putObject(put -> put.bucket(bucket).key(batch.key()), RequestBody.fromBytes(batch.document()));
    }
}
