package dev.weir.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Hands out someone's events.
@Command(
        name = "portability",
        description = {
            "Hand out what someone has provided, for use elsewhere: fetch it as one file, and say what is in it.",
            "Events that apps have sent, without what was added to them or derived from them. Exit status 0 only if"
                    + " all that is stored was examined. Needs a running pipeline."
        },
        mixinStandardHelpOptions = true)
final class PrivacyPortabilityCommand implements Callable<Integer> {

    @Mixin
    private ExportFetching export = new ExportFetching();

    @Override
    public Integer call() throws Exception {
        return export.fetch("portability");
    }
}
