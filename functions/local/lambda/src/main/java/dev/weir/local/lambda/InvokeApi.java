package dev.weir.local.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lambda's [Invoke](https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html) on a loopback port,
/// synchronous only. It checks no credentials, but wants `Content-Type: application/json`, which a web
/// page cannot send here without being asked first, and nothing here answers that question.
public final class InvokeApi implements AutoCloseable {

    private static final Pattern PATH = Pattern.compile("/2015-03-31/functions/([A-Za-z0-9_-]{1,64})/invocations");
    private static final int LARGEST_REQUEST = 6 * 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
    private final Invoker invoker;
    private final Set<String> functions;

    private InvokeApi(HttpServer server, Invoker invoker, Set<String> functions) {
        this.server = server;
        this.invoker = invoker;
        this.functions = Set.copyOf(functions);
    }

    /// Starts on 127.0.0.1, on any port that is free.
    ///
    /// @param functions that may be invoked
    public static InvokeApi start(Invoker invoker, Set<String> functions) throws IOException {
        ServerTuning.apply();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        InvokeApi api = new InvokeApi(server, invoker, functions);
        server.setExecutor(api.handlers);
        server.createContext("/", api::handle);
        server.start();
        return api;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            if (!path.matches() || !functions.contains(path.group(1))) {
                refuse(exchange, 404, "ResourceNotFoundException");
            } else if (!exchange.getRequestMethod().equals("POST")) {
                refuse(exchange, 405, "MethodNotAllowed");
            } else if (!"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
                refuse(exchange, 415, "UnsupportedMediaTypeException");
            } else {
                invoke(exchange, path.group(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void invoke(HttpExchange exchange, String function) throws IOException, InterruptedException {
        byte[] payload = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
        switch (invoker.invoke(function, payload)) {
            case Invocation.Answered(byte[] answer) -> answer(exchange, 200, answer);
            case Invocation.Failed failed -> {
                exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
                answer(exchange, 200, error(failed.type(), failed.message()));
            }
        }
    }

    private static void refuse(HttpExchange exchange, int status, String type) throws IOException {
        answer(exchange, status, error(type, type));
    }

    private static byte[] error(String type, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("errorType", type)
                .put("errorMessage", message)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        handlers.shutdownNow();
    }
}
