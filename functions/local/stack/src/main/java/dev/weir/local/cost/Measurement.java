package dev.weir.local.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.catalog.Catalog;
import dev.weir.local.query.LakeQuery;
import dev.weir.local.samples.Collector;
import dev.weir.local.stack.Artifacts;
import dev.weir.local.stack.EmbeddedServices;
import dev.weir.local.stack.Stack;
import dev.weir.local.stack.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// One run of the pipeline, with the CPU time that its functions took for it: requests of ten events in 5 KB, one
/// after the other, landed and then compacted.
public final class Measurement {

    private static final int WARM_UP = 500;
    private static final int REQUESTS = 1500;
    private static final int EVENTS = 10;
    private static final Duration LANDED_WITHIN = Duration.ofMinutes(2);
    private static final int MOST_RUNS = 5;

    private final StateFolder state;
    private final Stack stack;
    private final String request;
    private final Map<String, String> figures = new LinkedHashMap<>();
    private int sent;

    private Measurement(StateFolder state, Stack stack, String request) {
        this.state = state;
        this.stack = stack;
        this.request = request;
    }

    /// Runs in a folder that is empty.
    ///
    /// @param functions which are measured; without those of the lake, nothing is compacted
    /// @throws IOException if something could not be measured, which its message names
    public static Figures of(Artifacts artifacts, Path folder, Set<String> functions) throws Exception {
        StateFolder state = new StateFolder(folder);
        String request = Files.readString(
                artifacts.root().resolve("functions/benchmarks/src/main/resources/dev/weir/benchmarks/request.json"));
        try (Stack stack = Stack.start(artifacts, state, EmbeddedServices.start(artifacts, state), 0)) {
            Measurement measurement = new Measurement(state, stack, request);
            measurement.collect();
            if (functions.contains("lake-writer") || functions.contains("compactor")) {
                measurement.land();
                measurement.compact();
            }
            return new Figures(measurement.figures);
        }
    }

    private void collect() throws Exception {
        figures.put("collector: CPU to its first answer (health), ms", milliseconds(cost("collector")));
        try (Collector collector = new Collector(stack.endpoint())) {
            send(collector, 1);
            figures.put("collector: CPU to its first batch published, ms", milliseconds(cost("collector")));
            figures.put(
                    "collector: resident after it, MB",
                    "%.0f".formatted(cost("collector").residentMb()));
            send(collector, WARM_UP);
            long before = cost("collector").cpuMs();
            send(collector, REQUESTS);
            long spent = cost("collector").cpuMs() - before;
            figures.put("collector: CPU of a request, warm, us", "%,d".formatted(spent * 1000 / REQUESTS));
            figures.put(
                    "collector: resident after all, MB",
                    "%.0f".formatted(cost("collector").residentMb()));
        }
    }

    private void send(Collector collector, int requests) throws IOException, InterruptedException {
        for (int i = 0; i < requests; i++) {
            Collector.Answer answer = collector.post(body(), "local-ott-streaming-client");
            if (answer.body().path("accepted").asInt() != EVENTS) {
                throw new IOException("a request was not accepted: " + answer.status());
            }
        }
    }

    /// The same events under other ids.
    private byte[] body() {
        String id = "\"event_id\":\"%08x".formatted(sent++);
        return request.replaceAll("\"event_id\":\"[0-9a-f]{8}", id).getBytes(StandardCharsets.UTF_8);
    }

    private void land() throws Exception {
        long rows = (long) sent * EVENTS;
        long deadline = System.nanoTime() + LANDED_WITHIN.toNanos();
        while (landed() < rows) {
            if (System.nanoTime() > deadline) {
                throw new IOException("not everything has landed");
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        figures.put(
                "lake-writer: rows in a second of CPU, its start included",
                perSecond(rows, cost("lake-writer").cpuMs()));
        figures.put(
                "lake-writer: resident, MB",
                "%.0f".formatted(cost("lake-writer").residentMb()));
    }

    private long landed() throws Exception {
        StringBuilder csv = new StringBuilder();
        new LakeQuery(Catalog.load(), state.lake()).run("select count(*) from events", csv);
        return Long.parseLong(csv.toString().lines().toList().getLast());
    }

    private void compact() throws Exception {
        invokeCompactor("thedata");
        ProcessCost start = cost("compactor");
        figures.put("compactor: CPU to its first answer (nothing to do), ms", milliseconds(start));
        invokeCompactor("ott-streaming");
        ProcessCost end = cost("compactor");
        figures.put(
                "compactor: rows in a second of CPU, its start excluded",
                perSecond((long) sent * EVENTS, end.cpuMs() - start.cpuMs()));
        figures.put("compactor: resident after it, MB", "%.0f".formatted(end.residentMb()));
    }

    /// As often as it takes: a run may be overtaken by one of the schedule's.
    private void invokeCompactor(String product) throws IOException, InterruptedException {
        JsonNode report = compactorsAnswer(product);
        for (int run = 1; run < MOST_RUNS && !report.path("done").asBoolean(); run++) {
            report = compactorsAnswer(product);
        }
        if (!report.path("done").asBoolean()) {
            throw new IOException("the compactor did not do all of " + product + ": "
                    + report.path("errorMessage").asText("overtaken"));
        }
    }

    private JsonNode compactorsAnswer(String product) throws IOException, InterruptedException {
        URI lambda = URI.create(state.lambda().orElseThrow());
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(lambda.resolve("/2015-03-31/functions/compactor/invocations"))
                            .header("content-type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"extent\":\"all\",\"product\":\"" + product + "\"}"))
                            .build(),
                    BodyHandlers.ofByteArray());
            return new JsonMapper().readTree(answer.body());
        }
    }

    /// Of the function's one process. Requests come one after the other, so there is no second one.
    private ProcessCost cost(String function) throws IOException {
        long pid = stack.processes().stream()
                .filter(process -> process.name().equals(function))
                .findFirst()
                .orElseThrow(() -> new IOException(function + " does not run"))
                .pid();
        return ProcessCost.of(pid);
    }

    private static String milliseconds(ProcessCost cost) {
        return "%,d".formatted(cost.cpuMs());
    }

    private static String perSecond(long rows, long cpuMs) {
        return "%,d".formatted(rows * 1000 / Math.max(1, cpuMs));
    }
}
