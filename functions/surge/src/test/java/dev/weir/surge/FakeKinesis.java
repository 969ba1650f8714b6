package dev.weir.surge;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;

/// A stream in memory that refuses one partition key.
@Alternative
@Priority(1)
@Singleton
class FakeKinesis implements KinesisClient {

    static final String REFUSED_KEY = "refused";

    private final List<PutRecordRequest> taken = new CopyOnWriteArrayList<>();

    void reset() {
        taken.clear();
    }

    List<PutRecordRequest> records() {
        return List.copyOf(taken);
    }

    @Override
    public PutRecordResponse putRecord(PutRecordRequest request) {
        if (request.partitionKey().equals(REFUSED_KEY)) {
            throw ProvisionedThroughputExceededException.builder()
                    .message("it quotes the partition key")
                    .statusCode(400)
                    .build();
        }
        taken.add(request);
        return PutRecordResponse.builder()
                .shardId("shardId-000000000000")
                .sequenceNumber(Integer.toString(taken.size()))
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
