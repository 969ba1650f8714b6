package dev.weir.local.s3;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Closes the two gaps between a folder and S3: a write with `If-Match` happens alone, so that of two writers who saw
/// the same version one gets 412; and an object still being written is in no listing.
///
/// `If-None-Match: *` needs nothing from here: the store publishes by linking, which fails where the name is taken.
final class AtomicObjects extends ForwardingBlobStore {
    private static final int PRECONDITION_FAILED = 412;

    private final Staged staged;
    private final ReadWriteLock writes = new ReentrantReadWriteLock();

    AtomicObjects(BlobStore store, Staged staged) {
        super(store);
        this.staged = staged;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        return write(request.bucket(), request.key(), request.ifMatch(), () -> super.putBlob(request, payload));
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        return write(
                request.bucket(),
                request.key(),
                request.ifMatch(),
                () -> super.completeMultipartUpload(upload, request));
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        return write(request.destinationBucket(), request.destinationKey(), null, () -> super.copyBlob(request));
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        return holding(writes.readLock(), () -> super.removeBlob(request));
    }

    /// Not while the object is being replaced: the store reads a file's attributes one by one, and fails where it goes
    /// away in between.
    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        return holding(writes.readLock(), () -> super.blobMetadata(request));
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        return holding(writes.readLock(), () -> super.getBlob(request));
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        ListObjectsV2Response page = super.list(request);
        return page.toBuilder()
                .contents(published(request.bucket(), page.contents()))
                .build();
    }

    private List<S3Object> published(String bucket, List<S3Object> objects) {
        return objects.stream()
                .filter(object -> !staged.contains(bucket, object.key()))
                .toList();
    }

    private <T> T write(String bucket, String key, @Nullable String ifMatch, Supplier<T> work) {
        Lock lock = ifMatch == null ? writes.readLock() : writes.writeLock();
        return holding(lock, () -> {
            if (ifMatch != null) {
                requireMatch(bucket, key, ifMatch);
            }
            return staged.during(bucket, key, work);
        });
    }

    private void requireMatch(String bucket, String key, String ifMatch) {
        HeadObjectResponse current = delegate().blobMetadataIfPresent(bucket, key);
        if (current == null || !Objects.equals(unquoted(current.eTag()), unquoted(ifMatch))) {
            throw S3Exceptions.fromStatusCode(PRECONDITION_FAILED);
        }
    }

    private static @Nullable String unquoted(@Nullable String tag) {
        return tag == null ? null : tag.replace("\"", "");
    }

    private static <T> T holding(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
