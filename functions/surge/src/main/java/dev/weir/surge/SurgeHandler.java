package dev.weir.surge;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import jakarta.inject.Inject;
import java.util.List;

/// Entry point of the function: messages of the surge queue in, those that must stay there out.
public class SurgeHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final Surge surge;

    @Inject
    SurgeHandler(Surge surge) {
        this.surge = surge;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<BatchItemFailure> staying = event.getRecords().stream()
                .filter(message -> surge.keeps(message.getMessageId(), message.getBody()))
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .toList();
        return new SQSBatchResponse(staying);
    }
}
