package dev.weir.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Has nothing of someone processed from now on.
@Command(
        name = "restrict",
        description = {
            "Take nothing of someone from now on, whatever it is for, and wait until every collector knows.",
            "Events are dropped as 'restricted'. What is stored stays; 'erase' is for that. Needs a running pipeline."
        },
        mixinStandardHelpOptions = true)
final class PrivacyRestrictCommand implements Callable<Integer> {

    @Mixin
    private PrivacyAsking asking = new PrivacyAsking();

    @Option(names = "--withdraw", description = "Take an earlier restriction back.")
    private boolean withdraw;

    @Override
    public Integer call() throws Exception {
        JsonNode done = asking.ask("restrict", request -> {
            if (withdraw) {
                request.put("withdraw", true);
            }
        });
        asking.print(done.path("status").asText() + ": holds since "
                + done.path("effective_since").asText());
        return asking.end(done);
    }
}
