package dev.weir.local.cli;

import dev.weir.local.stack.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// `--data`: which local stack a command is about.
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:weir.root:-.}/.weir",
            description = "Folder of the local state (.weir beside the launcher).")
    private Path data = Path.of(".weir");

    StateFolder state() {
        return new StateFolder(data);
    }

    /// Where the stack that uses the folder listens.
    URI endpoint() throws IOException, CannotDo {
        return URI.create(state().endpoint()
                .orElseThrow(() -> new CannotDo("no pipeline runs on " + data + "; start one with ./weir up")));
    }

    /// Where the functions of that stack can be invoked.
    URI lambda() throws IOException, CannotDo {
        return URI.create(state().lambda()
                .orElseThrow(() -> new CannotDo("no pipeline runs on " + data + "; start one with ./weir up")));
    }
}
