package dev.weir.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Hands out someone's events.
@Command(
        name = "access",
        description = {
            "Hand out everything that is stored of someone: fetch it as one file, and say what is in it.",
            "Every event once, as JSON and as CSV, with a readme of what each field means. Exit status 0 only if"
                    + " all that is stored was examined. Needs a running pipeline."
        },
        mixinStandardHelpOptions = true)
final class PrivacyAccessCommand implements Callable<Integer> {

    @Mixin
    private ExportFetching export = new ExportFetching();

    @Override
    public Integer call() throws Exception {
        return export.fetch("access");
    }
}
