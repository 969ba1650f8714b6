package dev.weir.local.emulators.s3;

import dev.weir.local.emulators.Clients;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A server over a folder and the real client to it, with a bucket called lake.
final class Store implements AutoCloseable {
    static final Path LIB = Path.of(Objects.requireNonNull(System.getProperty("weir.lib.s3")));

    final S3 service;
    final S3Client client;

    Store(Path data) {
        this.service = S3.start(LIB, data, 0);
        this.client = Clients.of(S3Client.builder().forcePathStyle(true), service.endpoint());
    }

    PutObjectResponse put(String key, String text) {
        return put(key, text.getBytes(StandardCharsets.UTF_8));
    }

    PutObjectResponse put(String key, byte[] bytes) {
        return client.putObject(r -> r.bucket("lake").key(key), RequestBody.fromBytes(bytes));
    }

    byte[] get(String key) {
        return client.getObjectAsBytes(r -> r.bucket("lake").key(key)).asByteArray();
    }

    String range(String key, String range) {
        return client.getObjectAsBytes(r -> r.bucket("lake").key(key).range(range))
                .asUtf8String();
    }

    List<String> keys() {
        return client.listObjectsV2(r -> r.bucket("lake")).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Override
    public void close() {
        client.close();
        service.close();
    }
}
