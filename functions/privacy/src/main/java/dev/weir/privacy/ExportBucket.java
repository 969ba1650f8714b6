package dev.weir.privacy;

import dev.weir.lake.LakeUnavailable;
import java.nio.file.Path;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Files that are handed out, in a bucket of S3 of their own. Errors do not name them: a name is half of what is needed
/// to fetch one.
final class ExportBucket implements Exports {

    private final S3Client client;
    private final String bucket;

    ExportBucket(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void put(String name, Path file) {
        try {
            client.putObject(
                    put -> put.bucket(bucket).key(name).contentType("application/zip"), RequestBody.fromFile(file));
        } catch (SdkException trouble) {
            throw unavailable("write", trouble);
        }
    }

    @Override
    public boolean fetch(String name, Path to) {
        try {
            client.getObject(get -> get.bucket(bucket).key(name), ResponseTransformer.toFile(to));
            return true;
        } catch (NoSuchKeyException gone) {
            return false;
        } catch (SdkException trouble) {
            throw unavailable("read", trouble);
        }
    }

    @Override
    public void delete(String name) {
        try {
            client.deleteObject(delete -> delete.bucket(bucket).key(name));
        } catch (SdkException trouble) {
            throw unavailable("delete", trouble);
        }
    }

    private LakeUnavailable unavailable(String what, SdkException trouble) {
        return new LakeUnavailable("cannot " + what + " a file in " + bucket, trouble);
    }
}
