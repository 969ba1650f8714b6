package dev.weir.local.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tells how far a request is.
@Command(
        name = "status",
        description = "Print how far a privacy request is, as JSON. Needs a running pipeline.",
        mixinStandardHelpOptions = true)
final class PrivacyStatusCommand implements Callable<Integer> {

    @Parameters(paramLabel = "REQUEST", description = "The request's id.")
    private String id = "";

    @Option(names = "--product", paramLabel = "P", required = true, description = "The product.")
    private String product = "";

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (PrivacyClient privacy = new PrivacyClient(data.endpoint(), product)) {
            out.println(privacy.status(id).toPrettyString());
        }
        out.flush();
        return 0;
    }
}
