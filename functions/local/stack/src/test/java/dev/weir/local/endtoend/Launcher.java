package dev.weir.local.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.weir.local.cli.Commands;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Stands in for `./weir` in scripts: a program that has each command run in this JVM, of this build's classes.
/// Starting
/// a JVM for every query would take most of a game day's time.
final class Launcher implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private Launcher(HttpServer server) {
        this.server = server;
    }

    /// @param program where it is to be
    static Launcher at(Path program) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        Launcher launcher = new Launcher(server);
        server.setExecutor(launcher.threads);
        server.createContext("/", Launcher::handle);
        server.start();
        Files.writeString(program, """
                #!/usr/bin/env bash
                printf '%%s\\0' "$@" | curl --silent --show-error --fail --data-binary @- http://127.0.0.1:%d/
                """.formatted(server.getAddress().getPort()));
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " cannot be made executable");
        }
        return launcher;
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String words = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status = 200;
            String output;
            try {
                output = Commands.run(words.split("\0"));
            } catch (AssertionError failed) {
                status = 500;
                output = String.valueOf(failed.getMessage());
            }
            byte[] answer = output.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
