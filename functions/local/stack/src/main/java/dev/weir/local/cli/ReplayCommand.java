package dev.weir.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Puts through what consumers gave up.
@Command(
        name = "replay",
        description = {
            "Put batches that failed, and records in quarantine, through again: what today's catalog, consent, retention"
                    + " and erasures let land and is not there yet. Needs a running pipeline.",
            "What has landed, or may not be kept, is removed from where it waited; what still cannot be read stays, and"
                    + " is listed. Exit status 0 if nothing stays, 1 otherwise. Doing it again changes nothing."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    /// Where to look.
    enum From {
        failed,
        quarantine
    }

    @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--product",
            paramLabel = "P",
            description = "Events of this product only; batches of the counters, which are of all, are left alone.")
    private @Nullable String product;

    @Option(names = "--from", paramLabel = "F", description = "One of ${COMPLETION-CANDIDATES} only.")
    private @Nullable From from;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (product != null) {
            ProductOption.requireKnown(product);
        }
        PrintWriter out = spec.commandLine().getOut();
        int staying = 0;
        try (LambdaClient lambda = new LambdaClient(data.lambda())) {
            for (From source : from == null ? Arrays.asList(From.values()) : List.of(from)) {
                staying += events(lambda, source, out);
            }
            if (from != From.quarantine && product == null) {
                new CounterReplay(data.state().failed(), lambda).run(dryRun, out);
            }
        }
        out.println(staying == 0 ? "nothing stays" : staying + " documents stay");
        out.flush();
        return staying == 0 ? 0 : 1;
    }

    /// An invocation does what it has time for. How many documents stay.
    private int events(LambdaClient lambda, From source, PrintWriter out) throws Exception {
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("from", source.name()).put("dry_run", dryRun);
        if (product != null) {
            request.put("product", product);
        }
        int staying = 0;
        boolean done = false;
        while (!done) {
            JsonNode answer = lambda.invoke("replay", request);
            tell(source, answer, out);
            staying += answer.path("staying").size();
            request.put("after", answer.path("after").asText());
            done = answer.path("done").asBoolean();
        }
        return staying;
    }

    private void tell(From source, JsonNode answer, PrintWriter out) {
        out.println("%s: %,d documents, %,d events %s, %,d already there, %,d records unreadable"
                .formatted(
                        source == From.failed ? "failed batches" : "quarantine",
                        answer.path("documents").asInt(),
                        answer.path("landed").asInt(),
                        dryRun ? "would land" : "landed",
                        answer.path("already_there").asInt(),
                        answer.path("unreadable").asInt()));
        answer.path("left_out")
                .properties()
                .forEach(reason -> out.println("  left out: %,d %s"
                        .formatted(
                                reason.getValue().asInt(),
                                reason.getKey().replace('_', ' ').toLowerCase(Locale.ROOT))));
        answer.path("staying")
                .forEach(document ->
                        out.println("  stays: " + document.path("key").asText() + ": "
                                + document.path("reason").asText()));
        out.flush();
    }
}
