package dev.weir.lakewriter;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/// Entry point of the function `replay`: a [ReplayRequest] in, what became of the documents out, and whether there are
/// more (`"done": false`), which come with the next request, after `after`.
@Named("replay")
public class ReplayHandler implements RequestStreamHandler {

    private static final Logger LOG = Logger.getLogger(ReplayHandler.class);

    private final Replay replay;

    @Inject
    ReplayHandler(Replay replay) {
        this.replay = replay;
    }

    @Override
    public void handleRequest(InputStream body, OutputStream answer, Context context) throws IOException {
        ReplayReport report = replay.run(ReplayRequest.read(body));
        LOG.infof("replayed requestId=%s %s", context.getAwsRequestId(), report.line());
        answer.write(report.json().toString().getBytes(StandardCharsets.UTF_8));
    }
}
