package dev.weir.local.lambda;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Lambda on one machine.
///
/// A function's process is started on its first invocation, kept warm, and replaced when it has
/// died. A process that dies fails exactly the invocation it held. Each function has a log with the
/// lines that Lambda writes. Processes end when this is closed, and also when the launcher is
/// killed.
public final class Lambdas implements Invoker, AutoCloseable {

    private static final int LARGEST_REQUEST = 6 * 1024 * 1024;

    private final LambdaSettings settings;
    private final SandboxStarter starter;
    private final RuntimeApi api;
    private final Map<String, LocalFunction> functions = new ConcurrentHashMap<>();

    private Lambdas(LambdaSettings settings, SandboxStarter starter, RuntimeApi api) {
        this.settings = settings;
        this.starter = starter;
        this.api = api;
    }

    public static Lambdas start(LambdaSettings settings) throws IOException {
        SandboxStarter starter = new SandboxStarter(settings);
        RuntimeApi api = RuntimeApi.start(starter, new InvocationHeaders(settings.account(), settings.clock()));
        starter.reachableAt(api.port());
        return new Lambdas(settings, starter, api);
    }

    /// Makes the function known; refuses a second one of the same name.
    public void register(FunctionSpec spec) {
        if (functions.putIfAbsent(spec.name(), new LocalFunction(spec, settings.limits(), starter)) != null) {
            throw new IllegalArgumentException("function " + spec.name() + " is registered already");
        }
    }

    @Override
    public Invocation invoke(String name, byte[] payload) throws InterruptedException {
        LocalFunction function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException("function " + name + " is not registered");
        }
        return payload.length > LARGEST_REQUEST ? Failures.requestTooLarge() : function.invoke(payload);
    }

    /// The live processes of all functions.
    public List<FunctionProcess> processes() {
        return functions.values().stream()
                .flatMap(function -> function.processes().stream())
                .toList();
    }

    /// The loopback port of the Runtime API.
    public int port() {
        return api.port();
    }

    /// Ends all processes, by force after [Limits#shutdown]. Invocations that still run fail.
    @Override
    public void close() {
        functions.values().forEach(LocalFunction::stop);
        long deadline = System.nanoTime() + settings.limits().shutdown().toNanos();
        try {
            for (LocalFunction function : functions.values()) {
                function.awaitEnd(deadline);
            }
        } catch (InterruptedException e) {
            functions.values().forEach(LocalFunction::kill);
            Thread.currentThread().interrupt();
        } finally {
            api.close();
            starter.closeLogs();
        }
    }
}
