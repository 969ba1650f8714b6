package dev.weir.surge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaRecorder;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.PutRecordRequest;

@QuarkusTest
class SurgeHandlerTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Instant now = Instant.now();

    @Inject
    FakeKinesis kinesis;

    @BeforeEach
    void anEmptyStream() {
        kinesis.reset();
    }

    @Test
    void everyRecordGetsIntoTheStreamUnderItsKey() throws IOException {
        JsonNode answer = handle(message("a", now), message("b", now));

        assertThat(answer.path("batchItemFailures")).isEmpty();
        assertThat(kinesis.records()).extracting(PutRecordRequest::partitionKey).containsExactly("a", "b");
        assertThat(kinesis.records().getFirst().data().asByteArray()).containsExactly(1, 2, 3);
    }

    @Test
    void onlyWhatTheStreamRefusesStaysInTheQueue() throws IOException {
        JsonNode answer = handle(message("a", now), message(FakeKinesis.REFUSED_KEY, now), message("c", now));

        assertThat(answer.path("batchItemFailures"))
                .singleElement()
                .returns("message-1", failure -> failure.path("itemIdentifier").asText());
        assertThat(kinesis.records()).hasSize(2);
    }

    @Test
    void whatNobodyCanReadStaysUntilItIsADeadLetter() throws IOException {
        assertThat(handle("not a message").path("batchItemFailures")).hasSize(1);
    }

    @Test
    void whatWaitedTooLongIsGoneAndNotInTheStream() throws IOException {
        JsonNode answer = handle(message("a", now.minus(Duration.ofDays(4)).minusSeconds(60)));

        assertThat(answer.path("batchItemFailures")).isEmpty();
        assertThat(kinesis.records()).isEmpty();
    }

    private static String message(String key, Instant queuedAt) {
        return JSON.createObjectNode()
                .put("queued_at", queuedAt.toString())
                .put("partition_key", key)
                .put("record", new byte[] {1, 2, 3})
                .toString();
    }

    /// As Lambda does it: JSON in, JSON out.
    private static JsonNode handle(String... bodies) throws IOException {
        ObjectNode event = JSON.createObjectNode();
        for (int i = 0; i < bodies.length; i++) {
            event.withArray("Records")
                    .addObject()
                    .put("messageId", "message-" + i)
                    .put("body", bodies[i])
                    .put("eventSource", "aws:sqs");
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        AmazonLambdaRecorder.handle(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), answer, null);
        return JSON.readTree(answer.toByteArray());
    }
}
