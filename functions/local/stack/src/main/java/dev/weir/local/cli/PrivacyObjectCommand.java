package dev.weir.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Withdraws someone's consent from now on.
@Command(
        name = "object",
        description = {
            "Withdraw someone's consent, whatever their apps say, and wait until every collector knows.",
            "Without --purpose, for every purpose but the essential one. Needs a running pipeline."
        },
        mixinStandardHelpOptions = true)
final class PrivacyObjectCommand implements Callable<Integer> {

    @Mixin
    private PrivacyAsking asking = new PrivacyAsking();

    @Option(
            names = "--purpose",
            paramLabel = "PURPOSE",
            description = "Only for this purpose; may be given several times.")
    private List<String> purposes = new ArrayList<>();

    @Option(names = "--withdraw", description = "Take all earlier objections back.")
    private boolean withdraw;

    @Override
    public Integer call() throws Exception {
        JsonNode done = asking.ask("object", request -> {
            purposes.forEach(purpose -> request.withObjectProperty("scope")
                    .withArrayProperty("purposes")
                    .add(purpose));
            if (withdraw) {
                request.put("withdraw", true);
            }
        });
        asking.print(done.path("status").asText() + ": holds since "
                + done.path("effective_since").asText());
        return asking.end(done);
    }
}
