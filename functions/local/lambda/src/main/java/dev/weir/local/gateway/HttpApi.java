package dev.weir.local.gateway;

import com.sun.net.httpserver.HttpServer;
import dev.weir.local.lambda.Account;
import dev.weir.local.lambda.Invoker;
import dev.weir.local.lambda.ServerTuning;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The HTTP API on 127.0.0.1, with API Gateway's limits: 10 MB, 30 seconds, 10,240 bytes of request
/// line and headers.
public final class HttpApi implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final Duration GRACE = Duration.ofSeconds(5);

    /// Connections that may wait to be accepted, so that a burst is not refused.
    private static final int BACKLOG = 4096;

    private final HttpServer server;
    private final ExecutorService threads;
    private final OpeningHours hours;

    private HttpApi(HttpServer server, ExecutorService threads, OpeningHours hours) {
        this.server = server;
        this.threads = threads;
        this.hours = hours;
    }

    /// Port 0 takes any free one. Throws [PortInUse] when another program has the port.
    public static HttpApi start(int port, List<Route> routes, Invoker lambdas, @Nullable CorsSettings cors)
            throws IOException {
        return start(port, routes, lambdas, cors, TIMEOUT);
    }

    static HttpApi start(int port, List<Route> routes, Invoker lambdas, @Nullable CorsSettings cors, Duration timeout)
            throws IOException {
        HttpServer server = bind(port);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        RequestEvent events = new RequestEvent(Account.LOCAL, Clock.systemUTC());
        Integration integration = new Integration(lambdas, events, threads, timeout);
        server.setExecutor(threads);
        OpeningHours hours = new OpeningHours();
        server.createContext("/", new Door(new Routes(routes), new Cors(cors), integration, hours));
        server.start();
        return new HttpApi(server, threads, hours);
    }

    private static HttpServer bind(int port) throws IOException {
        ServerTuning.apply();
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
        } catch (BindException e) {
            if (String.valueOf(e.getMessage()).contains("in use")) {
                throw new PortInUse(port);
            }
            throw e;
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// Gives running requests up to 5 seconds; new ones are answered with 503 meanwhile.
    @Override
    public void close() {
        hours.end(GRACE);
        server.stop(0);
        threads.shutdownNow();
    }
}
