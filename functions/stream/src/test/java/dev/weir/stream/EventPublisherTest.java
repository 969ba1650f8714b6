package dev.weir.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.event.StoredEvent;
import dev.weir.stream.Acknowledgement.Position;
import dev.weir.stream.KinesisStub.Answer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.kinesis.KinesisClient;

@Timeout(30)
class EventPublisherTest {

    private static final Patience SHORT =
            new Patience(4, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(2), Duration.ofSeconds(5));
    private static final Answer THROTTLED = Answer.error(400, "ProvisionedThroughputExceededException");
    private static final Answer TAKEN = Answer.ok("{\"ShardId\":\"shardId-000000000003\",\"SequenceNumber\":\"4960\"}");
    private static final String REFUSED =
            "{\"ErrorCode\":\"ProvisionedThroughputExceededException\",\"ErrorMessage\":\"slow down\"}";

    private final RecordCodec codec = new RecordCodec();

    @Test
    void aBatchIsOneRecordAndItsPlaceComesBack() throws Exception {
        List<StoredEvent> events = List.of(Events.playbackStarted(), Events.anonymous(1));
        try (KinesisStub stub = new KinesisStub(TAKEN)) {
            Acknowledgement acknowledgement = publish(stub, events);

            assertThat(acknowledgement.positions())
                    .containsExactly(new Position("shardId-000000000003", new SequenceNumber("4960")));
            JsonNode asked = onlyRequest(stub);
            assertThat(asked.path("StreamName").asText()).isEqualTo("weir-events");
            assertThat(asked.path("PartitionKey").asText()).isEqualTo(Events.SUBJECT.hex());
            assertThat(codec.decode(asked.path("Data").binaryValue())).isEqualTo(new Decoded.Batch(events));
        }
    }

    @Test
    void anEmptyBatchAsksNothingOfKinesis() throws Exception {
        try (KinesisStub stub = new KinesisStub(THROTTLED)) {
            assertThat(publish(stub, List.of()).positions()).isEmpty();
            assertThat(stub.asked()).isEmpty();
        }
    }

    @Test
    void throttlingAndPassingTroubleAreRetried() throws Exception {
        Answer trouble = Answer.error(500, "InternalFailure");
        try (KinesisStub stub = new KinesisStub(THROTTLED, trouble, THROTTLED, TAKEN)) {
            assertThat(publish(stub, List.of(Events.anonymous(0))).positions()).hasSize(1);
            assertThat(stub.asked()).hasSize(4);
        }
    }

    @Test
    void throttlingThatDoesNotEndMakesTheStreamUnavailable() throws Exception {
        try (KinesisStub stub = new KinesisStub(THROTTLED)) {
            assertThatThrownBy(() -> publish(stub, List.of(Events.anonymous(0))))
                    .isInstanceOf(StreamUnavailable.class)
                    .hasMessage("cannot write to stream weir-events (1 records):"
                            + " ProvisionedThroughputExceededException, status 400, request request-1")
                    .hasNoCause();
            assertThat(stub.asked()).hasSize(SHORT.attempts());
        }
    }

    @Test
    void aStreamThatIsNotThereIsUnavailableAtOnce() throws Exception {
        try (KinesisStub stub = new KinesisStub(Answer.error(400, "ResourceNotFoundException"))) {
            assertThatThrownBy(() -> publish(stub, List.of(Events.anonymous(0))))
                    .isInstanceOf(StreamUnavailable.class)
                    .hasMessageContaining("ResourceNotFoundException");
            assertThat(stub.asked()).hasSize(1);
        }
    }

    @Test
    void nobodyListeningMakesTheStreamUnavailable() throws IOException {
        KinesisStub stub = new KinesisStub(TAKEN);
        stub.close();

        assertThatThrownBy(() -> publish(stub, List.of(Events.anonymous(0))))
                .isInstanceOf(StreamUnavailable.class)
                .hasMessage("cannot write to stream weir-events (1 records): SdkClientException");
    }

    @Test
    void onlyTheRefusedRecordsArePutAgain() throws Exception {
        List<StoredEvent> events = batchOfFourRecords();
        try (KinesisStub stub = new KinesisStub(
                results(taken(1), REFUSED, taken(3), REFUSED), results(taken(4), REFUSED), results(taken(5)))) {
            Acknowledgement acknowledgement = publishInQuarters(stub, events);

            assertThat(acknowledgement.positions())
                    .extracting(position -> position.sequenceNumber().digits())
                    .containsExactly("1", "4", "3", "5");
            assertThat(stub.asked())
                    .extracting(asked -> asked.path("Records").size())
                    .containsExactly(4, 2, 1);
            assertThat(takenEvents(stub.asked())).isEqualTo(events);
        }
    }

    @Test
    void recordsThatAreRefusedForEverMakeTheStreamUnavailable() throws Exception {
        try (KinesisStub stub = new KinesisStub(results(taken(1), taken(2), taken(3), REFUSED), results(REFUSED))) {
            assertThatThrownBy(() -> publishInQuarters(stub, batchOfFourRecords()))
                    .isInstanceOf(StreamUnavailable.class)
                    .hasMessage("cannot write to stream weir-events (1 records): refused 4 times");
            assertThat(stub.asked()).hasSize(SHORT.attempts());
        }
    }

    @Test
    void whatPassesTheSizeOfACallIsPutByTheNext() throws Exception {
        List<StoredEvent> events = IntStream.range(0, 6)
                .mapToObj(index -> Events.incompressible(index, 950_000))
                .toList();
        try (KinesisStub stub =
                new KinesisStub(results(taken(1), taken(2), taken(3), taken(4), taken(5)), results(taken(6)))) {
            assertThat(publish(stub, events).positions()).hasSize(6);
            assertThat(stub.asked())
                    .extracting(asked -> asked.path("Records").size())
                    .containsExactly(5, 1);
        }
    }

    private Acknowledgement publish(KinesisStub stub, List<StoredEvent> events) throws StreamUnavailable {
        try (KinesisClient kinesis = stub.client(SHORT)) {
            return inStream(
                    new EventPublisher(kinesis, "weir-events", codec, SHORT, Clock.systemUTC()).publish(events));
        }
    }

    private Acknowledgement publishInQuarters(KinesisStub stub, List<StoredEvent> events) throws StreamUnavailable {
        try (KinesisClient kinesis = stub.client(SHORT)) {
            RecordGroup group = new RecordGroup(kinesis, "weir-events", SHORT, Clock.systemUTC());
            RecordPacker packer = new RecordPacker(codec, 11_500, 11_500);
            return inStream(new EventPublisher(packer, group, null).publish(events));
        }
    }

    private static Acknowledgement inStream(Publication publication) {
        return ((Publication.InStream) publication).acknowledgement();
    }

    private static List<StoredEvent> batchOfFourRecords() {
        return IntStream.range(0, 4)
                .mapToObj(index -> Events.incompressible(index, 10_000))
                .toList();
    }

    private static String taken(int sequence) {
        return "{\"ShardId\":\"shardId-000000000000\",\"SequenceNumber\":\"" + sequence + "\"}";
    }

    private static Answer results(String... results) {
        return Answer.ok("{\"FailedRecordCount\":0,\"Records\":[" + String.join(",", results) + "]}");
    }

    private static JsonNode onlyRequest(KinesisStub stub) {
        assertThat(stub.asked()).hasSize(1);
        return stub.asked().getFirst();
    }

    /// The events of the first request, which the later ones must be a part of.
    private List<StoredEvent> takenEvents(List<JsonNode> asked) throws IOException {
        List<StoredEvent> events = new ArrayList<>();
        for (JsonNode record : asked.getFirst().path("Records")) {
            events.addAll(((Decoded.Batch) codec.decode(record.path("Data").binaryValue())).events());
        }
        return events;
    }
}
