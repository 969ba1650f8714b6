package dev.weir.lake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A bucket of S3. Retries are the client's; what it gives up on throws.
public final class S3Objects implements VersionedObjects {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int DELETED_AT_ONCE = 1_000;

    private final S3Client client;
    private final String bucket;

    public S3Objects(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public PutOutcome putIfAbsent(String key, ObjectContent content) {
        return call(
                "write",
                key,
                Map.of(PRECONDITION_FAILED, PutOutcome.PRESENT, CONFLICT, PutOutcome.CONFLICT),
                () -> send(request(key, content).ifNoneMatch("*"), content));
    }

    @Override
    public void put(String key, ObjectContent content) {
        call("write", key, Map.of(), () -> send(request(key, content), content));
    }

    @Override
    public PutOutcome replace(String key, ObjectContent content, String etag) {
        return call(
                "write",
                key,
                Map.of(
                        PRECONDITION_FAILED, PutOutcome.PRESENT,
                        CONFLICT, PutOutcome.CONFLICT,
                        NOT_FOUND, PutOutcome.CONFLICT),
                () -> send(request(key, content).ifMatch(etag), content));
    }

    @Override
    public Optional<Map<String, String>> head(String key) {
        return call(
                "read",
                key,
                Map.of(NOT_FOUND, Optional.empty()),
                () -> Optional.of(
                        client.headObject(object -> object.bucket(bucket).key(key))
                                .metadata()));
    }

    @Override
    public List<LakeObject> list(String prefix) {
        return call(
                "list",
                prefix,
                Map.of(),
                () -> client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                        .map(object ->
                                new LakeObject(object.key(), object.eTag(), object.size(), object.lastModified()))
                        .toList());
    }

    @Override
    public List<String> folders(String prefix) {
        return call(
                "list",
                prefix,
                Map.of(),
                () -> client
                        .listObjectsV2Paginator(
                                list -> list.bucket(bucket).prefix(prefix).delimiter("/"))
                        .commonPrefixes()
                        .stream()
                        .map(CommonPrefix::prefix)
                        .toList());
    }

    @Override
    public Optional<Fetched> get(String key) {
        return call("read", key, Map.of(NOT_FOUND, Optional.empty()), () -> {
            ResponseBytes<GetObjectResponse> object =
                    client.getObjectAsBytes(get -> get.bucket(bucket).key(key));
            return Optional.of(
                    new Fetched(object.asByteArrayUnsafe(), object.response().eTag()));
        });
    }

    @Override
    public byte[] read(LakeObject object, long from, int length) {
        String range = "bytes=" + from + "-" + (from + length - 1);
        return call(
                "read",
                object.key(),
                Map.of(),
                () -> client.getObjectAsBytes(get -> get.bucket(bucket)
                                .key(object.key())
                                .ifMatch(object.etag())
                                .range(range))
                        .asByteArrayUnsafe());
    }

    @Override
    public void delete(String key) {
        call(
                "delete",
                key,
                Map.of(),
                () -> client.deleteObject(object -> object.bucket(bucket).key(key)));
    }

    @Override
    public void deleteAll(Collection<String> keys) {
        keys.stream().gather(Gatherers.windowFixed(DELETED_AT_ONCE)).forEach(this::deleteAtOnce);
    }

    /// What S3 says of a single object comes with a 200, so the client does not try that object again; asking for it
    /// by itself does.
    private void deleteAtOnce(List<String> keys) {
        List<ObjectIdentifier> names = keys.stream()
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList();
        call(
                        "delete " + keys.size() + " objects, among them",
                        keys.getFirst(),
                        Map.of(),
                        () -> client.deleteObjects(objects -> objects.bucket(bucket)
                                .delete(which -> which.objects(names).quiet(true))))
                .errors()
                .forEach(error -> delete(error.key()));
    }

    @Override
    public List<OldVersion> oldVersions(String prefix) {
        return call("list versions of", prefix, Map.of(NOT_IMPLEMENTED, List.of()), () -> {
            List<OldVersion> old = new ArrayList<>();
            List<OldVersion> marks = new ArrayList<>();
            client.listObjectVersionsPaginator(list -> list.bucket(bucket).prefix(prefix))
                    .forEach(page -> {
                        page.versions().stream()
                                .filter(version -> !version.isLatest())
                                .forEach(version -> old.add(new OldVersion(version.key(), version.versionId())));
                        page.deleteMarkers().forEach(mark -> marks.add(new OldVersion(mark.key(), mark.versionId())));
                    });
            old.addAll(marks);
            return old;
        });
    }

    @Override
    public void delete(OldVersion version) {
        call(
                "delete a version of",
                version.key(),
                Map.of(),
                () -> client.deleteObject(
                        object -> object.bucket(bucket).key(version.key()).versionId(version.id())));
    }

    /// @param answers what it means that S3 refuses with a status; all other trouble is thrown
    private <T> T call(String what, String key, Map<Integer, T> answers, Supplier<T> work) {
        try {
            return work.get();
        } catch (S3Exception refused) {
            return Optional.ofNullable(answers.get(refused.statusCode()))
                    .orElseThrow(() -> unavailable(what, key, refused));
        } catch (SdkException trouble) {
            throw unavailable(what, key, trouble);
        }
    }

    private PutObjectRequest.Builder request(String key, ObjectContent content) {
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType(content.mediaType())
                .metadata(content.metadata());
    }

    private PutOutcome send(PutObjectRequest.Builder request, ObjectContent content) {
        ObjectBody body = content.body();
        client.putObject(
                request.build(),
                switch (body) {
                    case ObjectBody.Held held -> RequestBody.fromBytes(held.bytes());
                    case ScratchFile file ->
                        RequestBody.fromContentProvider(file::open, file.size(), content.mediaType());
                });
        return PutOutcome.STORED;
    }

    private LakeUnavailable unavailable(String what, String key, SdkException cause) {
        return new LakeUnavailable("cannot " + what + " s3://" + bucket + "/" + key, cause);
    }
}
