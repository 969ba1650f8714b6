package dev.weir.local.lambda;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Starts processes and knows the living ones by the path under which they reach the Runtime API.
final class SandboxStarter {

    private final LambdaSettings settings;
    private final Map<String, FunctionLog> logs = new ConcurrentHashMap<>();
    private final Map<String, Command> commands = new ConcurrentHashMap<>();
    private final Map<String, Sandbox> byPath = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile int port;

    SandboxStarter(LambdaSettings settings) {
        this.settings = settings;
    }

    /// To be called once, before the first start.
    void reachableAt(int runtimeApiPort) {
        port = runtimeApiPort;
    }

    @Nullable
    Sandbox at(String path) {
        return byPath.get(path);
    }

    Sandbox start(FunctionSpec spec, Consumer<Sandbox> onEnd) throws IOException {
        FunctionLog log = logs.computeIfAbsent(
                spec.name(),
                name -> new FunctionLog(settings.folders().logs().resolve(name + ".log"), settings.clock()));
        Command command = command(spec, log);
        String path = spec.name() + "/" + numbers.incrementAndGet();
        ProcessBuilder builder = new ProcessBuilder(Lifeline.tie(command.words()))
                .directory(command.directory().toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Environment.of(
                        spec, settings.account(), "127.0.0.1:" + port + "/fn/" + path, command.taskRoot()));
        Process process = builder.start();
        log.line("INIT_START Runtime Version: local\tProcess: " + process.pid());
        Sandbox sandbox = new Sandbox(spec, settings.limits(), log, process);
        byPath.put(path, sandbox);
        Thread.ofVirtual().name(path).start(() -> watch(sandbox, path, onEnd));
        return sandbox;
    }

    private void watch(Sandbox sandbox, String path, Consumer<Sandbox> onEnd) {
        try {
            sandbox.watch();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            byPath.remove(path);
            onEnd.accept(sandbox);
        }
    }

    /// Found once per launch: a zip is hashed and unpacked, which takes a moment.
    private synchronized Command command(FunctionSpec spec, FunctionLog log) throws IOException {
        Command known = commands.get(spec.name());
        if (known != null) {
            return known;
        }
        try {
            Command found = Command.of(spec, settings);
            commands.put(spec.name(), found);
            return found;
        } catch (IOException e) {
            log.line("INIT_FAILED " + e);
            throw e;
        }
    }

    void closeLogs() {
        logs.values().forEach(FunctionLog::close);
    }
}
