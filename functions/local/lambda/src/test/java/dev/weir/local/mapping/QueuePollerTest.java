package dev.weir.local.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.local.lambda.Account;
import dev.weir.local.lambda.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueuePollerTest {

    private final MemoryQueue queue = new MemoryQueue(List.of(message("a"), message("b")));

    @Test
    void whatTheFunctionDoesNotNameIsDeleted() throws Exception {
        poll(answered("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}"));

        assertThat(queue.deleted).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}"})
    void anAnswerWithoutFailuresIsSuccess(String answer) throws Exception {
        poll(answered(answer));

        assertThat(queue.deleted).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "{\"batchItemFailures\":[{\"itemIdentifier\":\"c\"}]}"})
    void anAnswerThatCannotBeUnderstoodFailsAll(String answer) throws Exception {
        poll(answered(answer));

        assertThat(queue.deleted).isEmpty();
    }

    @Test
    void aFunctionThatThrowsFailsAll() throws Exception {
        poll(new Invocation.Failed("java.lang.IllegalStateException", "no"));

        assertThat(queue.deleted).isEmpty();
    }

    @Test
    void theEventIsAsLambdaWritesIt() throws IOException {
        JsonNode record = new JsonMapper()
                .readTree(new SqsEvent("surge", Account.LOCAL).json(List.of(message("a"))))
                .path("Records")
                .path(0);

        assertThat(record.path("messageId").asText()).isEqualTo("a");
        assertThat(record.path("body").asText()).isEqualTo("body of a");
        assertThat(record.at("/attributes/ApproximateReceiveCount").asText()).isEqualTo("1");
        assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
        assertThat(record.path("eventSourceARN").asText()).isEqualTo("arn:aws:sqs:us-east-1:000000000000:surge");
    }

    private void poll(Invocation answer) throws InterruptedException {
        new QueuePoller(
                        new QueueMappingSpec("surge", "surge", "surge", 10),
                        queue,
                        (_, _) -> answer,
                        Account.LOCAL,
                        new Pause(Backoff.usual(), new CountDownLatch(1)))
                .step();
    }

    private static Invocation answered(String payload) {
        return new Invocation.Answered(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static QueuedMessage message(String id) {
        return new QueuedMessage(id, "body of " + id, Instant.EPOCH, 1, id + "#1");
    }

    private record MemoryQueue(List<QueuedMessage> messages, List<String> deleted) implements QueueReader {

        MemoryQueue(List<QueuedMessage> messages) {
            this(messages, new ArrayList<>());
        }

        @Override
        public List<QueuedMessage> receive(String queue, int most, Duration longest) {
            return messages;
        }

        @Override
        public void delete(String queue, QueuedMessage message) {
            deleted.add(message.id());
        }
    }
}
