package dev.weir.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A bucket of S3. Retries are the client's; what it gives up on throws.
public final class S3Objects implements VersionedObjects {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int NOT_IMPLEMENTED = 501;

    private final S3Client client;
    private final String bucket;

    public S3Objects(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public PutOutcome putIfAbsent(String key, ObjectContent content) {
        try {
            send(request(key, content).ifNoneMatch("*").build(), content);
            return PutOutcome.STORED;
        } catch (S3Exception refused) {
            return switch (refused.statusCode()) {
                case PRECONDITION_FAILED -> PutOutcome.PRESENT;
                case CONFLICT -> PutOutcome.CONFLICT;
                default -> throw unavailable("write", key, refused);
            };
        } catch (SdkException trouble) {
            throw unavailable("write", key, trouble);
        }
    }

    @Override
    public void put(String key, ObjectContent content) {
        try {
            send(request(key, content).build(), content);
        } catch (SdkException trouble) {
            throw unavailable("write", key, trouble);
        }
    }

    @Override
    public Optional<Map<String, String>> head(String key) {
        try {
            return Optional.of(
                    client.headObject(object -> object.bucket(bucket).key(key)).metadata());
        } catch (S3Exception refused) {
            if (refused.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw unavailable("read", key, refused);
        } catch (SdkException trouble) {
            throw unavailable("read", key, trouble);
        }
    }

    @Override
    public List<LakeObject> list(String prefix) {
        try {
            return client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                    .map(object -> new LakeObject(object.key(), object.eTag(), object.size(), object.lastModified()))
                    .toList();
        } catch (SdkException trouble) {
            throw unavailable("list", prefix, trouble);
        }
    }

    @Override
    public List<String> folders(String prefix) {
        try {
            return client
                    .listObjectsV2Paginator(
                            list -> list.bucket(bucket).prefix(prefix).delimiter("/"))
                    .commonPrefixes()
                    .stream()
                    .map(CommonPrefix::prefix)
                    .toList();
        } catch (SdkException trouble) {
            throw unavailable("list", prefix, trouble);
        }
    }

    @Override
    public Optional<Fetched> get(String key) {
        try {
            ResponseBytes<GetObjectResponse> object =
                    client.getObjectAsBytes(get -> get.bucket(bucket).key(key));
            return Optional.of(
                    new Fetched(object.asByteArrayUnsafe(), object.response().eTag()));
        } catch (S3Exception refused) {
            if (refused.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw unavailable("read", key, refused);
        } catch (SdkException trouble) {
            throw unavailable("read", key, trouble);
        }
    }

    @Override
    public byte[] read(LakeObject object, long from, int length) {
        String range = "bytes=" + from + "-" + (from + length - 1);
        try {
            return client.getObjectAsBytes(get -> get.bucket(bucket)
                            .key(object.key())
                            .ifMatch(object.etag())
                            .range(range))
                    .asByteArrayUnsafe();
        } catch (SdkException trouble) {
            throw unavailable("read", object.key(), trouble);
        }
    }

    @Override
    public PutOutcome replace(String key, ObjectContent content, String etag) {
        try {
            send(request(key, content).ifMatch(etag).build(), content);
            return PutOutcome.STORED;
        } catch (S3Exception refused) {
            return switch (refused.statusCode()) {
                case PRECONDITION_FAILED -> PutOutcome.PRESENT;
                case CONFLICT, NOT_FOUND -> PutOutcome.CONFLICT;
                default -> throw unavailable("write", key, refused);
            };
        } catch (SdkException trouble) {
            throw unavailable("write", key, trouble);
        }
    }

    @Override
    public void delete(String key) {
        try {
            client.deleteObject(object -> object.bucket(bucket).key(key));
        } catch (SdkException trouble) {
            throw unavailable("delete", key, trouble);
        }
    }

    @Override
    public List<OldVersion> oldVersions(String prefix) {
        try {
            List<OldVersion> old = new ArrayList<>();
            client.listObjectVersionsPaginator(list -> list.bucket(bucket).prefix(prefix))
                    .forEach(page -> {
                        page.versions().stream()
                                .filter(version -> !version.isLatest())
                                .forEach(version -> old.add(new OldVersion(version.key(), version.versionId())));
                        page.deleteMarkers().forEach(mark -> old.add(new OldVersion(mark.key(), mark.versionId())));
                    });
            return old;
        } catch (S3Exception refused) {
            if (refused.statusCode() == NOT_IMPLEMENTED) {
                return List.of();
            }
            throw unavailable("list versions of", prefix, refused);
        } catch (SdkException trouble) {
            throw unavailable("list versions of", prefix, trouble);
        }
    }

    @Override
    public void delete(OldVersion version) {
        try {
            client.deleteObject(
                    object -> object.bucket(bucket).key(version.key()).versionId(version.id()));
        } catch (SdkException trouble) {
            throw unavailable("delete a version of", version.key(), trouble);
        }
    }

    private PutObjectRequest.Builder request(String key, ObjectContent content) {
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType(content.mediaType())
                .metadata(content.metadata());
    }

    private void send(PutObjectRequest request, ObjectContent content) {
        ObjectBody body = content.body();
        client.putObject(
                request,
                switch (body) {
                    case ObjectBody.Held held -> RequestBody.fromBytes(held.bytes());
                    case ScratchFile file ->
                        RequestBody.fromContentProvider(file::open, file.size(), content.mediaType());
                });
    }

    private LakeUnavailable unavailable(String what, String key, SdkException cause) {
        return new LakeUnavailable("cannot " + what + " s3://" + bucket + "/" + key, cause);
    }
}
