package dev.weir.local.cli;

import picocli.CommandLine.Command;

/// What can be asked of the lake but for its rows.
@Command(
        name = "lake",
        description = "Examine the lake.",
        mixinStandardHelpOptions = true,
        subcommands = LakeDoctorCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class LakeCommand {}
