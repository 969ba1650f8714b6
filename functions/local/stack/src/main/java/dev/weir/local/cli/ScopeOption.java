package dev.weir.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// `--purpose` and `--event`: which events of someone a request is about.
final class ScopeOption {

    @Option(
            names = "--purpose",
            paramLabel = "PURPOSE",
            description = "Only events of this purpose; may be given several times.")
    private List<String> purposes = new ArrayList<>();

    @Option(
            names = "--event",
            paramLabel = "NAME",
            description = "Only events of this name; may be given several times.")
    private List<String> events = new ArrayList<>();

    /// Says so in a request, where something was given.
    void into(ObjectNode request) {
        purposes.forEach(purpose -> request.withObjectProperty("scope")
                .withArrayProperty("purposes")
                .add(purpose));
        events.forEach(event ->
                request.withObjectProperty("scope").withArrayProperty("events").add(event));
    }
}
