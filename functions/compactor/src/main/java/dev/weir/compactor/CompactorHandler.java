package dev.weir.compactor;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/// Entry point of the function: a [CompactionRequest] in, what was done to each day out, and whether
/// anything is left (`"done": false`), which the next invocation does.
public class CompactorHandler implements RequestStreamHandler {

    private final Compactor compactor;
    private final Clock clock;
    private final PrintStream metrics;

    @Inject
    CompactorHandler(Compactor compactor, Clock clock) {
        this(compactor, clock, System.out);
    }

    /// @param metrics where a line of its own becomes a metric
    CompactorHandler(Compactor compactor, Clock clock, PrintStream metrics) {
        this.compactor = compactor;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public void handleRequest(InputStream body, OutputStream answer, Context context) throws IOException {
        List<DayReport> reports = compactor.compact(CompactionRequest.read(body), Deadline.of(context));
        CompactionLog.tell(context.getAwsRequestId(), reports);
        metrics.println(CompactionMetrics.of(context.getFunctionName(), reports, clock.instant()));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("done", reports.stream().allMatch(DayReport::done));
        reports.forEach(report -> json.withArrayProperty("days").add(report.json()));
        answer.write(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
