package dev.weir.local.emulators.dynamodb;

import dev.weir.local.emulators.CannotStart;
import dev.weir.local.emulators.DataFolder;
import dev.weir.local.emulators.Isolated;
import dev.weir.local.emulators.Loopback;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/// A running DynamoDB. Every credential and region sees the same tables; they survive a restart. It does not delete
/// items whose time to live has passed.
public final class DynamoDb implements AutoCloseable {
    private static final String PACKAGE = "com.amazonaws.services.dynamodbv2.local.server.";
    private static final int REQUESTS_OVER_HTTP = 0;
    private static final boolean ON_DISK = false;
    private static final boolean ONE_DATABASE_FOR_ALL = true;
    private static final boolean TABLES_ARE_READY_AT_ONCE = false;

    private final Isolated library;
    private final Object server;
    private final Object handler;
    private final URI endpoint;

    private DynamoDb(Isolated library, Object server, Object handler, URI endpoint) {
        this.library = library;
        this.server = server;
        this.handler = handler;
        this.endpoint = endpoint;
    }

    /// Starts on 127.0.0.1.
    ///
    /// @param lib folder of the emulator's jars and native libraries
    /// @param data where the tables are kept
    /// @param port 0 for any that is free
    /// @throws dev.weir.local.emulators.CorruptData where the data is not DynamoDB's
    /// @throws CannotStart where the port is in use or the libraries are missing
    public static DynamoDb start(Path lib, Path data, int port) {
        DatabaseFiles.check(DataFolder.open(data));
        Isolated library = new Isolated(lib);
        try {
            return library.inside(() -> start(library, data, port));
        } catch (Exception failure) {
            throw CannotStart.of("DynamoDB", port, failure);
        }
    }

    private static DynamoDb start(Isolated library, Path data, int port) throws Exception {
        Object requests = library.make(
                PACKAGE + "LocalDynamoDBRequestHandler",
                REQUESTS_OVER_HTTP,
                ON_DISK,
                data.toAbsolutePath().toString(),
                ONE_DATABASE_FOR_ALL,
                TABLES_ARE_READY_AT_ONCE);
        Object handler = library.make(PACKAGE + "LocalDynamoDBServerHandler", requests, null);
        try {
            return start(library, handler, port);
        } catch (Exception failure) {
            library.call(handler, "close");
            throw failure;
        }
    }

    private static DynamoDb start(Isolated library, Object handler, int port) throws Exception {
        Object server = library.make("org.eclipse.jetty.server.Server", Loopback.address(port));
        library.call(server, "setHandler", handler);
        library.call(server, "start");
        URI bound = (URI) Objects.requireNonNull(library.call(server, "getURI"));
        return new DynamoDb(library, server, handler, Loopback.endpoint(bound.getPort()));
    }

    /// Where clients connect.
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            library.call(server, "stop");
            library.call(handler, "close");
        } catch (Exception failure) {
            throw new IllegalStateException("DynamoDB did not stop", failure);
        }
    }
}
