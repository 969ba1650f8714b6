package dev.weir.lakewriter;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.weir.stream.ShardBatch;
import dev.weir.stream.ShardBatches;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/// Entry point of the function `land`: a batch of Kinesis records in, no failed items out. What cannot be stored
/// throws, and the batch comes again as a whole; it must not be bisected.
@Named("land")
public class LakeWriterHandler implements RequestHandler<KinesisEvent, StreamsEventResponse> {

    private final Landing landing;

    @Inject
    LakeWriterHandler(Landing landing) {
        this.landing = landing;
    }

    @Override
    public StreamsEventResponse handleRequest(KinesisEvent event, Context context) {
        for (ShardBatch batch : ShardBatches.of(event)) {
            LandingLog.tell(context.getAwsRequestId(), batch, landing.land(batch));
        }
        return new StreamsEventResponse(List.of());
    }
}
