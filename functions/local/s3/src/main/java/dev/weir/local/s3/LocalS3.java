package dev.weir.local.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// A running S3 server over a folder, on 127.0.0.1 only, for any credentials.
public final class LocalS3 implements AutoCloseable {
    private final S3Proxy server;

    private LocalS3(S3Proxy server) {
        this.server = server;
    }

    /// Serves a folder, once what an earlier process left half written is gone.
    ///
    /// @param data a folder whose folders are the buckets
    /// @param port 0 for any that is free
    public static LocalS3 start(Path data, int port) throws Exception {
        S3Proxy server = S3Proxy.builder()
                .blobStore(store(data))
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.NONE, null, null)
                .ignoreUnknownHeaders(true)
                .stopTimeout(0)
                .build();
        ReadToTheEnd.install(server);
        server.start();
        return new LocalS3(server);
    }

    private static AtomicObjects store(Path data) throws IOException {
        Staged.deleteLeftovers(data);
        return new AtomicObjects(new FilesystemNio2BlobStore(data.toString()), new Staged(data));
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("the S3 server did not stop", failure);
        }
    }
}
