package dev.weir.local.endtoend;

import dev.weir.local.samples.Collector;
import dev.weir.local.stack.Artifacts;
import dev.weir.local.stack.Clients;
import dev.weir.local.stack.Services;
import dev.weir.local.stack.Stack;
import dev.weir.local.stack.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A stack that runs on a folder for the length of a test.
final class Running implements AutoCloseable {

    static final Artifacts ARTIFACTS = new Artifacts(Path.of(System.getProperty("weir.root")));

    final Stack stack;
    final Clients clients;
    final Collector collector;
    final Lake lake;

    private Running(Stack stack, Clients clients, Path copy) {
        this.stack = stack;
        this.clients = clients;
        this.collector = new Collector(stack.endpoint());
        this.lake = new Lake(clients, copy);
    }

    static Running on(Path folder) throws Exception {
        StateFolder state = new StateFolder(folder);
        Services services = ServicesUnderTest.start(ARTIFACTS, state);
        Stack stack = Stack.start(ARTIFACTS, state, services, 0);
        return new Running(stack, Clients.of(services), Files.createTempDirectory(folder, "copy"));
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

    @Override
    public void close() throws IOException {
        collector.close();
        clients.close();
        stack.close();
    }
}
