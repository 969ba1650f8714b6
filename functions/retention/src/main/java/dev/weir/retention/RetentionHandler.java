package dev.weir.retention;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.weir.retention.RetentionReport.Status;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Entry point of the function: a [RetentionRequest] in, the report out, and into the audit log. A run that is
/// refused fails.
public class RetentionHandler implements RequestStreamHandler {

    private final Retention retention;
    private final ReportArchive archive;

    @Inject
    RetentionHandler(Retention retention, ReportArchive archive) {
        this.retention = retention;
        this.archive = archive;
    }

    @Override
    public void handleRequest(InputStream body, OutputStream answer, Context context) throws IOException {
        RetentionReport report = retention.run(RetentionRequest.read(body), Deadline.of(context));
        RetentionLog.tell(context.getAwsRequestId(), report);
        archive.keep(report, context.getAwsRequestId());
        if (report.status() == Status.REFUSED) {
            throw new RetentionRefused(report.doubts());
        }
        answer.write(report.json().toString().getBytes(StandardCharsets.UTF_8));
    }
}
