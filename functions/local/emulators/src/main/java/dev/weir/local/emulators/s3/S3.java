package dev.weir.local.emulators.s3;

import dev.weir.local.emulators.CannotStart;
import dev.weir.local.emulators.CorruptData;
import dev.weir.local.emulators.DataFolder;
import dev.weir.local.emulators.Isolated;
import dev.weir.local.emulators.Loopback;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/// A running S3. An object is the file `data/<bucket>/<key>`, whole from the moment it is visible; its metadata and
/// entity tag are extended attributes of that file.
///
/// No credentials are checked: clients may sign with any, or send none. Buckets are addressed by path. There is no
/// versioning, lifecycle or tagging, and no key may be the folder of another (`a` beside `a/b`).
public final class S3 implements AutoCloseable {
    private static final String SERVER = "dev.weir.local.s3.LocalS3";

    private final AutoCloseable server;
    private final URI endpoint;

    private S3(AutoCloseable server, URI endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    /// Starts on 127.0.0.1.
    ///
    /// @param lib folder of the server's jars
    /// @param data where the buckets are kept
    /// @param port 0 for any that is free
    /// @throws CorruptData where the data is not a folder
    /// @throws CannotStart where the port is in use, the libraries are missing, or the file system of `data`
    ///     keeps no extended attributes, without which user metadata would be lost
    public static S3 start(Path lib, Path data, int port) {
        ExtendedAttributes.require(DataFolder.open(data));
        Isolated library = new Isolated(lib);
        try {
            return library.inside(() -> start(library, data, port));
        } catch (Exception failure) {
            throw CannotStart.of("S3", port, failure);
        }
    }

    private static S3 start(Isolated library, Path data, int port) throws Exception {
        Object server = Objects.requireNonNull(library.callStatic(SERVER, "start", data.toAbsolutePath(), port));
        int bound = (int) Objects.requireNonNull(library.call(server, "port"));
        return new S3((AutoCloseable) server, Loopback.endpoint(bound));
    }

    /// Where clients connect.
    public URI endpoint() {
        return endpoint;
    }

    /// Abandons the requests that are under way; what they wrote is not visible.
    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception failure) {
            throw new IllegalStateException("S3 did not stop", failure);
        }
    }
}
