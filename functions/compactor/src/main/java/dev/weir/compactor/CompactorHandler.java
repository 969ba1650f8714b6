package dev.weir.compactor;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Entry point of the function: a [CompactionRequest] in, what was done to each day out, and whether
/// anything is left (`"done": false`), which the next invocation does.
public class CompactorHandler implements RequestStreamHandler {

    private final Compactor compactor;

    @Inject
    CompactorHandler(Compactor compactor) {
        this.compactor = compactor;
    }

    @Override
    public void handleRequest(InputStream body, OutputStream answer, Context context) throws IOException {
        List<DayReport> reports = compactor.compact(CompactionRequest.read(body), Deadline.of(context));
        CompactionLog.tell(context.getAwsRequestId(), reports);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("done", reports.stream().allMatch(DayReport::done));
        reports.forEach(report -> json.withArrayProperty("days").add(report.json()));
        answer.write(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
