package dev.weir.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Purges what has expired now, as the schedule would in a day.
@Command(
        name = "retention",
        description = {
            "Purge what has been kept for as long as the catalog says, and remove identities from what outlives them.",
            "Prints what went from where, and the day of the oldest events left. Refuses, with exit status 1, when the"
                    + " clock or the catalog look wrong, or too much would go at once. Needs a running pipeline."
        },
        mixinStandardHelpOptions = true)
final class RetentionCommand implements Callable<Integer> {

    @Option(names = "--dry-run", description = "Only say what would go; change nothing.")
    private boolean dryRun;

    @Mixin
    private ProductOption of = new ProductOption();

    @Option(
            names = "--today",
            paramLabel = "DATE",
            description = "As if it were this day, UTC, such as 2027-02-08; one that is to come with --dry-run only.")
    private @Nullable LocalDate today;

    @Option(
            names = "--allow-share",
            paramLabel = "PERCENT",
            description = "How many of a hundred objects of a product may go at once (20, unless configured).")
    private @Nullable Integer share;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        RetentionTable table = new RetentionTable();
        List<String> doubts = new ArrayList<>();
        try (LambdaClient lambda = new LambdaClient(data.lambda())) {
            for (String name : of.products()) {
                out.println("  " + name);
                out.flush();
                for (JsonNode report : reports(lambda, name)) {
                    table.add(report);
                    report.path("doubts").forEach(doubt -> doubts.add(doubt.asText()));
                }
            }
        }
        table.print(out, dryRun);
        doubts.stream().distinct().forEach(doubt -> out.println("a run would be refused: " + doubt));
        out.flush();
        return doubts.isEmpty() ? 0 : 1;
    }

    /// An invocation does what it has time for.
    private List<JsonNode> reports(LambdaClient lambda, String name) throws Exception {
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("product", name).put("dry_run", dryRun);
        if (today != null) {
            request.put("today", today.toString());
        }
        if (share != null) {
            request.put("allow_share", share);
        }
        List<JsonNode> reports = new ArrayList<>();
        do {
            reports.add(lambda.invoke("retention", request));
        } while (reports.getLast().path("status").asText().equals("unfinished"));
        return reports;
    }
}
