package dev.weir.local.cli;

import dev.weir.core.catalog.Catalog;
import dev.weir.local.stack.Artifacts;
import dev.weir.local.stack.EmbeddedServices;
import dev.weir.local.stack.LocalKeys;
import dev.weir.local.stack.Stack;
import dev.weir.local.stack.StateFolder;
import dev.weir.local.template.Templates;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs the whole pipeline until it is told to stop.
@Command(
        name = "up",
        description = "Build what is missing and run the whole pipeline, on loopback only, until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the HTTP API (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--native",
            description = "Run native executables of the functions; builds them first, which takes minutes each. Needs"
                    + " GRAALVM_HOME or native-image in PATH, or Docker or Podman.")
    private boolean executables;

    @Mixin
    private TemplateOption template = new TemplateOption();

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65_535) {
            throw new CannotDo("--port must be between 0 and 65535");
        }
        PrintWriter out = spec.commandLine().getOut();
        StateFolder state = data.state();
        if (Files.exists(state.root()) && !Files.isDirectory(state.root())) {
            throw new CannotDo(state.root() + " is not a folder; choose another with --data");
        }
        Files.createDirectories(state.root());
        out.println("starting Kinesis, SQS, DynamoDB, S3 and the functions; state is in " + state.root());
        out.flush();
        Artifacts artifacts = new Artifacts(Path.of(System.getProperty("weir.root", ".")), _ -> executables);
        Optional<Templates> templates = template.in(artifacts.root());
        templates.ifPresent(from -> out.println("from the templates of the environment " + from.environment()));
        EmbeddedServices services = EmbeddedServices.start(artifacts, state);
        Stack stack = templates.isPresent()
                ? Stack.fromTemplates(templates.get(), artifacts, state, services, port)
                : Stack.start(artifacts, state, services, port);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, stopped), "stop"));
        greet(out, stack, state);
        stopped.await();
        return 0;
    }

    private static void greet(PrintWriter out, Stack stack, StateFolder state) {
        out.println("write keys (for X-Write-Key, or as the user name of HTTP Basic):");
        LocalKeys.writeKeys(Catalog.load().productNames()).forEach(key -> out.println("  " + key));
        out.println("privacy keys (for requests of people about themselves; they cannot send events):");
        LocalKeys.privacyKeys(Catalog.load().productNames()).forEach(key -> out.println("  " + key));
        out.println("logs of the functions: " + state.root().resolve("logs"));
        out.println("ready " + stack.endpoint());
        out.flush();
    }

    private static void stop(Stack stack, CountDownLatch stopped) {
        System.out.println("stopping; running batches are let to their end");
        try {
            stack.close();
        } catch (Exception e) {
            System.err.println("weir: not everything stopped cleanly: " + e);
        } finally {
            stopped.countDown();
        }
    }
}
