package dev.weir.local.endtoend;

import dev.weir.core.catalog.Catalog;
import dev.weir.local.lambda.FunctionProcess;
import dev.weir.local.samples.Collector;
import dev.weir.local.samples.Sample;
import dev.weir.local.samples.Samples;
import dev.weir.local.stack.Artifacts;
import dev.weir.local.stack.Clients;
import dev.weir.local.stack.Services;
import dev.weir.local.stack.Stack;
import dev.weir.local.stack.StateFolder;
import dev.weir.local.template.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// A stack that runs on a folder for the length of a test.
final class Running implements AutoCloseable {

    /// Functions that run as native executables: `./weir test --native` says which.
    static final Set<String> EXECUTABLES =
            Set.of(System.getProperty("weir.native", "").split(",", -1));

    private static final Path ROOT = Path.of(System.getProperty("weir.root"));

    static final Artifacts ARTIFACTS = new Artifacts(ROOT, EXECUTABLES::contains);

    final Stack stack;
    final Clients clients;
    final Collector collector;
    final Lake lake;

    private Running(Stack stack, Services services, StateFolder state) throws IOException {
        this.stack = stack;
        this.clients = Clients.of(services);
        this.collector = new Collector(stack.endpoint());
        String bucket = String.valueOf(state.lake().getFileName());
        this.lake = new Lake(clients, Files.createTempDirectory(state.root(), "copy"), bucket);
    }

    static Running on(Path folder) throws Exception {
        return on(folder, ServicesUnderTest.start(ARTIFACTS, new StateFolder(folder)));
    }

    /// On services that the caller has started.
    static Running on(Path folder, Services services) throws Exception {
        shareFunctions(folder);
        StateFolder state = new StateFolder(folder);
        return new Running(Stack.start(ARTIFACTS, state, services, 0), services, state);
    }

    /// A stack as templates describe it, on services that the caller has started.
    static Running from(Templates templates, Path folder, Services services) throws Exception {
        shareFunctions(folder);
        StateFolder state = new StateFolder(folder);
        return new Running(Stack.fromTemplates(templates, ARTIFACTS, state, services, 0), services, state);
    }

    /// Has all stacks of this JVM unpack functions to one place: that is a hundred megabytes for each stack.
    private static void shareFunctions(Path folder) throws IOException {
        Path link = folder.resolve("functions");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, UnpackedFunctions.folder());
        }
    }

    /// Sends the samples of a folder of `events-samples`; how many of their events are accepted.
    int send(String... folder) throws Exception {
        int accepted = 0;
        Path samples = ROOT.resolve("events-samples", folder);
        for (Sample sample : new Samples(Catalog.load().products().keySet()).in(samples)) {
            accepted += collector
                    .post(sample.body(), sample.writeKey().orElseThrow())
                    .body()
                    .path("accepted")
                    .asInt();
        }
        return accepted;
    }

    /// Kills the processes of a function as the kernel would; whether there was one.
    boolean kill(String function) {
        return stack.processes().stream()
                        .filter(process -> process.name().equals(function))
                        .flatMap(process -> ProcessHandle.of(process.pid()).stream())
                        .filter(ProcessHandle::destroyForcibly)
                        .count()
                > 0;
    }

    /// Functions that run in a JVM where an executable was asked for, or the other way round.
    List<String> notAsAskedFor() {
        return stack.processes().stream()
                .filter(process -> EXECUTABLES.contains(process.name().replace("-api", "")) != isExecutable(process))
                .map(FunctionProcess::name)
                .toList();
    }

    private static boolean isExecutable(FunctionProcess process) {
        return ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.endsWith("/function-runner"))
                .isPresent();
    }

    @Override
    public void close() throws IOException {
        collector.close();
        clients.close();
        stack.close();
    }
}
