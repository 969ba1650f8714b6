package dev.weir.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.local.samples.Collector.Answer;
import dev.weir.local.samples.Expectation;
import dev.weir.local.samples.Sample;
import java.io.PrintWriter;
import java.util.List;

/// Prints what became of each sample, and counts.
final class Tally {

    private final PrintWriter out;
    private int sent;
    private int wrong;

    Tally(PrintWriter out) {
        this.out = out;
    }

    void add(Sample sample, Answer answer) {
        sent++;
        List<String> differences = sample.outcome()
                .map(outcome -> Expectation.differences(outcome, answer.status(), answer.body()))
                .orElseGet(() -> faults(answer));
        wrong += differences.isEmpty() ? 0 : 1;
        out.printf("%-6s %s  %d%n", differences.isEmpty() ? "ok" : "WRONG", sample.name(), answer.status());
        answer.body().path("results").forEach(this::verdict);
        if (answer.status() != 200) {
            out.println("         " + answer.body().path("detail").asText("no detail"));
        }
        differences.forEach(difference -> out.println("       ! " + difference));
        out.flush();
    }

    /// A request without an expectation is expected to be taken.
    private static List<String> faults(Answer answer) {
        boolean rejected = answer.body().path("rejected").asInt() > 0;
        return answer.status() == 200 && !rejected ? List.of() : List.of("not everything was taken");
    }

    private void verdict(JsonNode result) {
        String reason = result.has("reason") ? " (" + result.get("reason").asText() + ")" : "";
        out.println("         " + result.path("status").asText() + reason + "  "
                + result.path("event_id").asText("no event_id"));
        result.path("violations")
                .forEach(violation ->
                        out.println("           " + violation.path("pointer").asText() + " "
                                + violation.path("message").asText()));
    }

    /// Prints the sum and tells the exit status.
    int close() {
        out.printf("%d sent, %d as expected, %d not%n", sent, sent - wrong, wrong);
        out.flush();
        return wrong == 0 ? 0 : 1;
    }
}
