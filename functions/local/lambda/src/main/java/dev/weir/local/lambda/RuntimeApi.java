package dev.weir.local.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Lambda Runtime API (version 2018-06-01) on a loopback port.
///
/// Each process has its own path, `/fn/<function>/<process>`, so that it is known which one polls
/// and which one has gone.
final class RuntimeApi implements AutoCloseable {

    private static final Pattern PATH = Pattern.compile("/fn/([^/]+/\\d+)/2018-06-01/runtime/(.+)");
    private static final Pattern RESULT = Pattern.compile("invocation/([^/]+)/(response|error)");
    private static final int LARGEST_RESPONSE = 6 * 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
    private final SandboxStarter sandboxes;
    private final InvocationHeaders headers;

    private RuntimeApi(HttpServer server, SandboxStarter sandboxes, InvocationHeaders headers) {
        this.server = server;
        this.sandboxes = sandboxes;
        this.headers = headers;
    }

    static RuntimeApi start(SandboxStarter sandboxes, InvocationHeaders headers) throws IOException {
        ServerTuning.apply();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 256);
        RuntimeApi api = new RuntimeApi(server, sandboxes, headers);
        server.setExecutor(api.handlers);
        server.createContext("/", api::handle);
        server.start();
        return api;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            Sandbox sandbox = path.matches() ? sandboxes.at(path.group(1)) : null;
            if (sandbox == null) {
                refuse(exchange, 404, "InvalidPath");
            } else {
                route(exchange, sandbox, path.group(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void route(HttpExchange exchange, Sandbox sandbox, String operation)
            throws IOException, InterruptedException {
        Matcher result = RESULT.matcher(operation);
        if (operation.equals("invocation/next")) {
            next(exchange, sandbox);
        } else if (operation.equals("init/error")) {
            sandbox.initFailed(FunctionError.read(exchange));
            accept(exchange);
        } else if (result.matches()) {
            Handover held = sandbox.held(result.group(1));
            if (held == null) {
                refuse(exchange, 400, "InvalidRequestID");
            } else if (result.group(2).equals("error")) {
                held.settle(FunctionError.read(exchange));
                accept(exchange);
            } else {
                response(exchange, held);
            }
        } else {
            refuse(exchange, 404, "InvalidPath");
        }
    }

    private void next(HttpExchange exchange, Sandbox sandbox) throws IOException, InterruptedException {
        Handover handover = sandbox.next();
        if (handover == null) {
            refuse(exchange, 410, "Gone");
            return;
        }
        try {
            headers.write(exchange.getResponseHeaders(), sandbox.spec(), handover.requestId());
            byte[] payload = handover.payload();
            exchange.sendResponseHeaders(200, payload.length == 0 ? -1 : payload.length);
            exchange.getResponseBody().write(payload);
            exchange.getResponseBody().close();
        } catch (IOException e) {
            handover.undelivered(Failures.connectionLost());
            sandbox.kill();
            throw e;
        }
    }

    private static void response(HttpExchange exchange, Handover held) throws IOException {
        if (FunctionError.isMarked(exchange)) {
            held.settle(FunctionError.read(exchange));
            accept(exchange);
            return;
        }
        byte[] answer = exchange.getRequestBody().readNBytes(LARGEST_RESPONSE + 1);
        if (answer.length > LARGEST_RESPONSE) {
            held.settle(Failures.responseTooLarge());
            refuse(exchange, 413, "RequestEntityTooLarge");
        } else {
            held.settle(new Invocation.Answered(answer));
            accept(exchange);
        }
    }

    private static void accept(HttpExchange exchange) throws IOException {
        answer(exchange, 202, JsonNodeFactory.instance.objectNode().put("status", "OK"));
    }

    private static void refuse(HttpExchange exchange, int status, String type) throws IOException {
        answer(
                exchange,
                status,
                JsonNodeFactory.instance.objectNode().put("errorType", type).put("errorMessage", type));
    }

    private static void answer(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        handlers.shutdownNow();
    }
}
