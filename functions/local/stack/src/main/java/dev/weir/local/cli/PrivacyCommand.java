package dev.weir.local.cli;

import picocli.CommandLine.Command;

/// What people may ask for about themselves.
@Command(
        name = "privacy",
        description =
                "Do what people may ask for about themselves: erase, hand out, restrict, object; and check the evidence of it.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PrivacyEraseCommand.class,
            PrivacyAccessCommand.class,
            PrivacyPortabilityCommand.class,
            PrivacyRestrictCommand.class,
            PrivacyObjectCommand.class,
            PrivacyStatusCommand.class,
            PrivacyVerifyCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class PrivacyCommand {}
