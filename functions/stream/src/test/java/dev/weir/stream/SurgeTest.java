package dev.weir.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.event.StoredEvent;
import dev.weir.stream.KinesisStub.Answer;
import dev.weir.stream.SurgeDrain.Drained;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/// From a stream that refuses into the queue, and from the queue into the stream.
@Timeout(30)
class SurgeTest {

    private static final Instant NOON = Instant.parse("2026-02-08T12:00:00Z");
    private static final Duration KEEPS = Duration.ofDays(4);
    private static final Patience SHORT =
            new Patience(2, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(2), Duration.ofSeconds(5));
    private static final Answer THROTTLED = Answer.error(400, "ProvisionedThroughputExceededException");
    private static final Answer TAKEN = Answer.ok("{\"ShardId\":\"shardId-000000000003\",\"SequenceNumber\":\"4960\"}");
    private static final String REFUSED =
            "{\"ErrorCode\":\"ProvisionedThroughputExceededException\",\"ErrorMessage\":\"slow down\"}";

    private final RecordCodec codec = new RecordCodec();
    private final MemoryQueue queue = new MemoryQueue();

    @Test
    void whatTheStreamRefusesWaitsInTheQueueAndIsTheSameRecordAfterwards() throws Exception {
        List<StoredEvent> events = List.of(Events.playbackStarted(), Events.anonymous(1));
        try (KinesisStub stub = new KinesisStub(THROTTLED)) {
            assertThat(publish(stub, events)).isInstanceOf(Publication.Queued.class);
        }
        try (KinesisStub stub = new KinesisStub(TAKEN)) {
            assertThat(drain(stub, queue.sent.getFirst(), NOON)).isInstanceOf(Drained.Published.class);
            assertThat(stub.asked().getFirst().path("PartitionKey").asText()).isEqualTo(Events.SUBJECT.hex());
            assertThat(codec.decode(stub.asked().getFirst().path("Data").binaryValue()))
                    .isEqualTo(new Decoded.Batch(events));
        }
        assertThat(queue.sent).hasSize(1);
    }

    @Test
    void onlyThePartThatTheStreamHasNotTakenIsQueued() throws Exception {
        List<StoredEvent> events = IntStream.range(0, 2)
                .mapToObj(index -> Events.incompressible(index, 150_000))
                .toList();
        Answer half =
                Answer.ok("{\"FailedRecordCount\":1,\"Records\":[{\"ShardId\":\"shardId-0\",\"SequenceNumber\":\"1\"},"
                        + REFUSED + "]}");
        Answer rest = Answer.ok("{\"FailedRecordCount\":1,\"Records\":[" + REFUSED + "]}");
        try (KinesisStub stub = new KinesisStub(half, rest)) {
            assertThat(publish(stub, events)).isInstanceOf(Publication.Queued.class);
        }
        SurgeMessage queued = SurgeMessage.of(queue.sent.getFirst()).orElseThrow();
        assertThat(queue.sent).hasSize(1);
        assertThat(codec.decode(queued.record().data())).isEqualTo(new Decoded.Batch(List.of(events.getLast())));
    }

    @Test
    void aMessageIsSmallEnoughForEveryQueue() throws Exception {
        List<StoredEvent> events = IntStream.range(0, 4)
                .mapToObj(index -> Events.incompressible(index, 180_000))
                .toList();
        try (KinesisStub stub = new KinesisStub(Answer.error(500, "InternalFailure"))) {
            publish(stub, events);
        }
        assertThat(queue.sent).hasSize(4).allMatch(body -> body.length() <= 262_144);
    }

    @Test
    void aRecordThatNoMessageHoldsIsRefused() throws Exception {
        try (KinesisStub stub = new KinesisStub(THROTTLED)) {
            assertThatThrownBy(() -> publish(stub, List.of(Events.incompressible(0, 300_000))))
                    .isInstanceOf(StreamUnavailable.class)
                    .hasMessageContaining("too large for a message");
        }
    }

    @Test
    void aQueueThatDoesNotTakeItEitherMakesTheStreamUnavailable() throws Exception {
        queue.refuses = true;
        try (KinesisStub stub = new KinesisStub(THROTTLED)) {
            assertThatThrownBy(() -> publish(stub, List.of(Events.anonymous(0))))
                    .isInstanceOf(StreamUnavailable.class)
                    .hasMessageStartingWith("neither the stream nor the surge queue takes 1 records")
                    .hasNoCause();
        }
    }

    @Test
    void aStreamThatTakesItLeavesTheQueueAlone() throws Exception {
        try (KinesisStub stub = new KinesisStub(TAKEN)) {
            assertThat(publish(stub, List.of(Events.anonymous(0)))).isInstanceOf(Publication.InStream.class);
        }
        assertThat(queue.sent).isEmpty();
    }

    @Test
    void aStreamThatStillRefusesLeavesTheMessageInTheQueue() throws Exception {
        try (KinesisStub stub = new KinesisStub(THROTTLED)) {
            publish(stub, List.of(Events.anonymous(0)));
            assertThat(drain(stub, queue.sent.getFirst(), NOON)).isInstanceOf(Drained.Refused.class);
        }
    }

    @Test
    void nothingGetsIntoTheStreamThatIsOlderThanTheQueueKeepsIt() throws Exception {
        try (KinesisStub stub = new KinesisStub(THROTTLED, THROTTLED, TAKEN)) {
            publish(stub, List.of(Events.anonymous(0)));

            assertThat(drain(stub, queue.sent.getFirst(), NOON.plus(KEEPS).plusSeconds(1)))
                    .isInstanceOf(Drained.Expired.class);
            assertThat(drain(stub, queue.sent.getFirst(), NOON.plus(KEEPS))).isInstanceOf(Drained.Published.class);
        }
    }

    @Test
    void whatNobodyHasWrittenIsUnreadable() throws Exception {
        try (KinesisStub stub = new KinesisStub(TAKEN)) {
            assertThat(List.of("", "no JSON", "{}", "{\"partition_key\":\"a\",\"record\":\"%\"}"))
                    .allMatch(text -> drain(stub, text, NOON) instanceof Drained.Unreadable);
            assertThat(stub.asked()).isEmpty();
        }
    }

    private Publication publish(KinesisStub stub, List<StoredEvent> events) throws StreamUnavailable {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        try (KinesisClient kinesis = stub.client(SHORT)) {
            return new EventPublisher(kinesis, "weir-events", codec, SHORT, clock)
                    .with(new SurgeQueue(queue, "https://queue", clock))
                    .publish(events);
        }
    }

    private static Drained drain(KinesisStub stub, String text, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        try (KinesisClient kinesis = stub.client(SHORT)) {
            return new SurgeDrain(kinesis, "weir-events", SHORT, KEEPS, clock).drain(text);
        }
    }

    private static final class MemoryQueue implements SqsClient {

        private final List<String> sent = new ArrayList<>();
        private boolean refuses;

        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            if (refuses) {
                throw SqsException.builder()
                        .message("it quotes the message")
                        .statusCode(500)
                        .build();
            }
            sent.add(request.messageBody());
            return SendMessageResponse.builder().messageId("1").build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
