package dev.weir.local.emulators.kinesis;

import com.sun.net.httpserver.HttpServer;
import dev.weir.local.emulators.CannotStart;
import dev.weir.local.emulators.DataFolder;
import dev.weir.local.emulators.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A running Kinesis. Streams and records survive a restart and a kill; whatever was acknowledged is there again.
public final class KinesisServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService requests;
    private final Streams streams;
    private final FolderLock lock;

    private KinesisServer(HttpServer server, ExecutorService requests, Streams streams, FolderLock lock) {
        this.server = server;
        this.requests = requests;
        this.streams = streams;
        this.lock = lock;
    }

    /// As the other `start`, with [KinesisSettings#defaults()].
    public static KinesisServer start(Path data, int port, Clock clock) {
        return start(data, port, clock, KinesisSettings.defaults());
    }

    /// Starts on 127.0.0.1.
    ///
    /// @param data where the streams are kept
    /// @param port 0 for any that is free
    /// @throws dev.weir.local.emulators.CorruptData where the data cannot be trusted; a record cut off by a
    ///     crash is not that, it is removed
    /// @throws CannotStart where the port or the folder is in use
    public static KinesisServer start(Path data, int port, Clock clock, KinesisSettings settings) {
        DataFolder.open(data);
        try {
            HttpServer server = HttpServer.create(Loopback.address(port), 0);
            try {
                return start(server, data, clock, settings);
            } catch (IOException | RuntimeException failure) {
                server.stop(0);
                throw failure;
            }
        } catch (IOException failure) {
            throw CannotStart.of("Kinesis", port, failure);
        }
    }

    private static KinesisServer start(HttpServer server, Path data, Clock clock, KinesisSettings settings)
            throws IOException {
        FolderLock lock = FolderLock.acquire(data);
        try {
            Streams streams = Streams.open(data, settings, clock);
            ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(requests);
            server.createContext("/", new Endpoint(new Api(streams, settings, clock)));
            server.start();
            return new KinesisServer(server, requests, streams, lock);
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /// Where clients connect.
    public URI endpoint() {
        return Loopback.endpoint(server.getAddress().getPort());
    }

    /// The same streams, without HTTP.
    public Streams streams() {
        return streams;
    }

    /// Finishes the requests that are under way.
    @Override
    public void close() throws IOException {
        try (lock) {
            server.stop(1);
            requests.close();
            streams.close();
        }
    }
}
