package dev.weir.collector;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/// A queue in memory that takes what it is given, unless a test has told it otherwise.
@Alternative
@Priority(1)
@Singleton
class FakeSqs implements SqsClient {

    static final String QUEUE = "https://sqs.test/surge";

    private final List<SendMessageRequest> taken = new CopyOnWriteArrayList<>();
    private volatile boolean refuses;

    void reset() {
        taken.clear();
        refuses = false;
    }

    void refuses() {
        refuses = true;
    }

    List<SendMessageRequest> messages() {
        return List.copyOf(taken);
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        if (refuses) {
            throw SqsException.builder().message("no").statusCode(500).build();
        }
        taken.add(request);
        return SendMessageResponse.builder().messageId("1").build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
