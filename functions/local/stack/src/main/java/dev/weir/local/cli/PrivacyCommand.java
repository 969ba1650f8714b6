package dev.weir.local.cli;

import picocli.CommandLine.Command;

/// What people may ask for about themselves.
@Command(
        name = "privacy",
        description = "Erase people from everything that is stored, and check the evidence of it.",
        mixinStandardHelpOptions = true,
        subcommands = {PrivacyEraseCommand.class, PrivacyStatusCommand.class, PrivacyVerifyCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class PrivacyCommand {}
