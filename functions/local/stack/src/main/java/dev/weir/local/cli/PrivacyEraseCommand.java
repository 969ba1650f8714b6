package dev.weir.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Erases someone now, and waits until it is done.
@Command(
        name = "erase",
        description = {
            "Erase someone from everything that is stored, and wait until it is done.",
            "Prints how many objects were examined, how many rows were removed, and the evidence. Exit status 0 only if"
                    + " all of it was examined. Needs a running pipeline."
        },
        mixinStandardHelpOptions = true)
final class PrivacyEraseCommand implements Callable<Integer> {

    @Mixin
    private PrivacyAsking asking = new PrivacyAsking();

    @Mixin
    private ScopeOption scope = new ScopeOption();

    @Override
    public Integer call() throws Exception {
        JsonNode done = asking.ask("erasure", scope::into);
        asking.print("%s: %,d objects examined, %,d rows removed"
                .formatted(
                        done.path("status").asText(),
                        done.path("objects_examined").asLong(),
                        done.path("rows_removed").asLong()));
        return asking.end(done);
    }
}
