package dev.weir.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `./weir`: exit status 0 on success, 1 when something did not work, 2 when a command was not
/// understood.
@Command(
        name = "weir",
        description = "Privacy-first event collection, the whole of it on this machine.",
        mixinStandardHelpOptions = true,
        version = "weir 0.1.0",
        subcommands = {
            UpCommand.class,
            SendCommand.class,
            QueryCommand.class,
            CompactCommand.class,
            ReplayCommand.class,
            LakeCommand.class,
            PrivacyCommand.class,
            RetentionCommand.class,
            CatalogCommand.class,
            TokenCommand.class,
            MeasureCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Weir {

    private Weir() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Weir()).setExecutionExceptionHandler(new Complaint());
    }
}
