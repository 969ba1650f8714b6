package dev.weir.collector;

import dev.weir.core.event.StoredEvent;
import dev.weir.stream.Decoded;
import dev.weir.stream.RecordCodec;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryRequest;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryResponse;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/// A stream in memory that takes what it is given, unless a test has told it otherwise.
@Alternative
@Priority(1)
@Singleton
class FakeKinesis implements KinesisClient {

    static final String STREAM = "weir-test";
    /// Errors of Kinesis quote the request; what is in here must stay in here.
    static final String ERROR_MESSAGE = "it quotes the canary of the partition key";

    private final RecordCodec codec = new RecordCodec();
    private final List<PutRecordRequest> taken = new CopyOnWriteArrayList<>();
    private volatile Runnable beforePut = FakeKinesis::nothing;
    private volatile StreamStatus status = StreamStatus.ACTIVE;

    void reset() {
        taken.clear();
        beforePut = FakeKinesis::nothing;
        status = StreamStatus.ACTIVE;
    }

    void beforePut(Runnable step) {
        beforePut = step;
    }

    void throttles() {
        beforePut = () -> {
            throw throttled();
        };
    }

    void is(StreamStatus status) {
        this.status = status;
    }

    List<PutRecordRequest> records() {
        return List.copyOf(taken);
    }

    /// The events of all records, as a consumer would read them.
    List<StoredEvent> events() {
        return taken.stream()
                .flatMap(record -> decode(record.data().asByteArray()).stream())
                .toList();
    }

    private static void nothing() {}

    private List<StoredEvent> decode(byte[] record) {
        return switch (codec.decode(record)) {
            case Decoded.Batch(List<StoredEvent> events) -> events;
            case Decoded.Poison(String reason) -> throw new AssertionError("poison in the stream: " + reason);
        };
    }

    @Override
    public PutRecordResponse putRecord(PutRecordRequest request) {
        beforePut.run();
        taken.add(request);
        return PutRecordResponse.builder()
                .shardId("shardId-000000000000")
                .sequenceNumber(Integer.toString(taken.size()))
                .build();
    }

    @Override
    public DescribeStreamSummaryResponse describeStreamSummary(DescribeStreamSummaryRequest request) {
        return DescribeStreamSummaryResponse.builder()
                .streamDescriptionSummary(summary -> summary.streamStatus(status))
                .build();
    }

    private static RuntimeException throttled() {
        return ProvisionedThroughputExceededException.builder()
                .message(ERROR_MESSAGE)
                .statusCode(400)
                .requestId("request-1")
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ProvisionedThroughputExceededException")
                        .errorMessage(ERROR_MESSAGE)
                        .build())
                .build();
    }

    @Override
    public String serviceName() {
        return KinesisClient.SERVICE_NAME;
    }

    @Override
    public void close() {}
}
