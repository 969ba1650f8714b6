package dev.weir.local.emulators.sqs;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.weir.local.emulators.CannotStart;
import dev.weir.local.emulators.DataFolder;
import dev.weir.local.emulators.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A running SQS. Messages survive a restart and a kill; whatever was acknowledged is there again. It speaks the JSON
/// protocol, and checks no credentials.
public final class SqsServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SqsServer.class.getName());
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_BODY = 2 << 20;

    private final HttpServer server;
    private final ExecutorService requests;
    private final Queues queues;
    private final SqsApi api;

    private SqsServer(HttpServer server, ExecutorService requests, Queues queues) {
        this.server = server;
        this.requests = requests;
        this.queues = queues;
        this.api = new SqsApi(queues);
    }

    /// Starts on 127.0.0.1, without queues.
    ///
    /// @param data where messages are kept
    /// @param port 0 for any that is free
    /// @throws CannotStart where the port is in use
    public static SqsServer start(Path data, int port, Clock clock) {
        try {
            HttpServer server = HttpServer.create(Loopback.address(port), 0);
            ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
            SqsServer sqs = new SqsServer(server, requests, new Queues(DataFolder.open(data), clock));
            server.setExecutor(requests);
            server.createContext("/", sqs::handle);
            server.start();
            return sqs;
        } catch (IOException failure) {
            throw CannotStart.of("SQS", port, failure);
        }
    }

    /// Where clients connect.
    public URI endpoint() {
        return Loopback.endpoint(server.getAddress().getPort());
    }

    /// The same queues, without HTTP.
    public Queues queues() {
        return queues;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
            String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            send(exchange, 200, api.perform(target, JSON.readTree(body)));
        } catch (SqsRefusal refusal) {
            send(exchange, 400, error(refusal.code(), String.valueOf(refusal.getMessage())));
        } catch (JacksonException malformed) {
            send(exchange, 400, error("MalformedInput", "The body is not JSON."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "SQS failed a request", failure);
            send(exchange, 500, error("InternalFailure", "The request failed."));
        }
    }

    private static ObjectNode error(String code, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("__type", "com.amazonaws.sqs#" + code)
                .put("message", message);
    }

    private static void send(HttpExchange exchange, int status, ObjectNode answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /// Finishes the requests that are under way.
    @Override
    public void close() {
        server.stop(1);
        requests.close();
    }
}
