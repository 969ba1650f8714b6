package dev.weir.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Compacts the lake now, all of it, as the schedule would in time.
@Command(
        name = "compact",
        description = {
            "Merge what is new in the lake into silver, now, also of hours that are not over.",
            "Prints a line for each day that had something to do. Needs a running pipeline."
        },
        mixinStandardHelpOptions = true)
final class CompactCommand implements Callable<Integer> {

    @Mixin
    private ProductOption of = new ProductOption();

    @Option(names = "--dt", paramLabel = "D", description = "This day only, UTC, such as 2026-02-08.")
    private @Nullable LocalDate day;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        long units = 0;
        try (LambdaClient lambda = new LambdaClient(data.lambda())) {
            for (String name : of.products()) {
                units += compact(lambda, name, out);
            }
        }
        out.println(units == 0 ? "nothing to compact" : "compacted");
        out.flush();
        return 0;
    }

    /// An invocation does what it has time for.
    private long compact(LambdaClient lambda, String name, PrintWriter out) throws Exception {
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("product", name).put("extent", "all");
        if (day != null) {
            request.put("dt", day.toString());
        }
        long units = 0;
        boolean done = false;
        while (!done) {
            JsonNode answer = lambda.invoke("compactor", request);
            for (JsonNode report : answer.path("days")) {
                units += tell(report, out);
            }
            done = answer.path("done").asBoolean();
        }
        return units;
    }

    private static long tell(JsonNode report, PrintWriter out) {
        long units = report.path("units").asLong();
        if (units > 0) {
            out.println("  %s %s: %,d objects merged, steps %,d, duplicates left out %,d; now %,d objects, %,d KB"
                    .formatted(
                            report.path("product").asText(),
                            report.path("dt").asText(),
                            report.path("objectsIn").asLong(),
                            units,
                            report.path("duplicates").asLong(),
                            report.path("silverObjects").asLong(),
                            report.path("silverBytes").asLong() / 1024));
            out.flush();
        }
        return units;
    }
}
