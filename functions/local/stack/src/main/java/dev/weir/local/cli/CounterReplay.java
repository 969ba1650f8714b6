package dev.weir.local.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Hands the reports of batches that the counters gave up to the function that counts them; each goes once it is
/// counted.
///
/// @param folder of the reports
record CounterReplay(Path folder, LambdaClient lambda) {

    private static final JsonMapper JSON = new JsonMapper();

    /// Counts what is there, oldest first within a shard.
    void run(boolean dryRun, PrintWriter out) throws IOException, InterruptedException, CannotDo {
        long counted = 0;
        long alreadyThere = 0;
        int batches = 0;
        for (Path file : files()) {
            JsonNode report = report(file);
            String function = report.path("requestContext").path("functionArn").asText();
            if (function.matches(".*[:-]counters")) {
                batches++;
                if (!dryRun) {
                    JsonNode answer = lambda.invoke("counters-replay", report);
                    counted += answer.path("counted").asLong();
                    alreadyThere += answer.path("already_there").asLong();
                    Files.deleteIfExists(file);
                }
            }
        }
        out.println("failed batches of the counters: %,d%s, %,d additions, %,d already there"
                .formatted(batches, dryRun ? " would be counted" : "", counted, alreadyThere));
    }

    /// The report, with Lambda's event as JSON in it, which is smaller than as text: what a function can be handed is
    /// limited.
    private static JsonNode report(Path file) throws IOException {
        try {
            JsonNode report = JSON.readTree(Files.readAllBytes(file));
            if (report instanceof ObjectNode object && report.path("payload").isTextual()) {
                object.set("payload", JSON.readTree(report.path("payload").textValue()));
            }
            return report;
        } catch (JacksonException none) {
            return JSON.createObjectNode();
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> files = new ArrayList<>(tree.filter(Files::isRegularFile).toList());
            files.sort(null);
            return files;
        }
    }
}
