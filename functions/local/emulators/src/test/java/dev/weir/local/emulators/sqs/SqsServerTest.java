package dev.weir.local.emulators.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.local.emulators.Clients;
import dev.weir.local.emulators.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

class SqsServerTest {

    private static final Duration VISIBILITY = Duration.ofSeconds(30);
    private static final Duration RETENTION = Duration.ofDays(4);

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock();
    private SqsServer server;
    private SqsClient client;

    @BeforeEach
    void start() {
        server = SqsServer.start(data, 0, clock);
        server.queues().open(QueueSpec.deadLetters("dead", RETENTION));
        server.queues().open(new QueueSpec("surge", VISIBILITY, RETENTION, 2, "dead"));
        client = Clients.of(SqsClient.builder(), server.endpoint());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void whatIsSentIsReceivedAndGoneOnceItIsDeleted() {
        client.sendMessage(send -> send.queueUrl(url("surge")).messageBody("ä message"));

        var received = client.receiveMessage(
                        receive -> receive.queueUrl(url("surge")).maxNumberOfMessages(10))
                .messages();
        client.deleteMessage(delete ->
                delete.queueUrl(url("surge")).receiptHandle(received.getFirst().receiptHandle()));
        clock.advance(VISIBILITY);

        assertThat(received).singleElement().returns("ä message", message -> message.body());
        assertThat(receive("surge")).isEmpty();
        assertThat(size("surge")).isEqualTo("0");
    }

    @Test
    void aMessageThatWasReceivedIsHiddenForAWhile() {
        client.sendMessage(send -> send.queueUrl(url("surge")).messageBody("one"));

        assertThat(receive("surge")).containsExactly("one");
        assertThat(receive("surge")).isEmpty();
        clock.advance(VISIBILITY);
        assertThat(receive("surge")).containsExactly("one");
    }

    @Test
    void aReceiptThatIsNotTheNewestDeletesNothing() {
        client.sendMessage(send -> send.queueUrl(url("surge")).messageBody("one"));
        String old = client.receiveMessage(receive -> receive.queueUrl(url("surge")))
                .messages()
                .getFirst()
                .receiptHandle();
        clock.advance(VISIBILITY);
        receive("surge");

        client.deleteMessage(delete -> delete.queueUrl(url("surge")).receiptHandle(old));

        assertThat(size("surge")).isEqualTo("1");
    }

    @Test
    void whatIsReceivedTooOftenGoesToTheDeadLetters() {
        client.sendMessage(send -> send.queueUrl(url("surge")).messageBody("one"));
        for (int time = 0; time < 2; time++) {
            assertThat(receive("surge")).hasSize(1);
            clock.advance(VISIBILITY);
        }

        assertThat(receive("surge")).isEmpty();
        assertThat(receive("dead")).containsExactly("one");
    }

    @Test
    void aMessageIsForgottenAfterItsTimeAndInTheDeadLettersCountsFromWhenItWasSent() {
        client.sendMessage(send -> send.queueUrl(url("surge")).messageBody("one"));
        clock.advance(RETENTION.minusMinutes(2));
        for (int time = 0; time < 3; time++) {
            receive("surge");
            clock.advance(VISIBILITY);
        }
        assertThat(size("dead")).isEqualTo("1");

        clock.advance(Duration.ofMinutes(2));

        assertThat(receive("dead")).isEmpty();
    }

    @Test
    void visibilityCanBeChanged() {
        client.sendMessage(send -> send.queueUrl(url("surge")).messageBody("one"));
        var message = client.receiveMessage(receive -> receive.queueUrl(url("surge")))
                .messages()
                .getFirst();

        client.changeMessageVisibility(change -> change.queueUrl(url("surge"))
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(0));

        assertThat(receive("surge")).containsExactly("one");
    }

    @Test
    void messagesSurviveARestartInOrder() {
        client.sendMessage(send -> send.queueUrl(url("surge")).messageBody("first"));
        clock.advance(Duration.ofSeconds(1));
        client.sendMessage(send -> send.queueUrl(url("surge")).messageBody("second"));
        stop();

        start();

        assertThat(receive("surge")).containsExactly("first", "second");
    }

    @Test
    void refusesAQueueThatIsNotThereAndAMessageThatIsTooLarge() {
        assertThatThrownBy(() ->
                        client.sendMessage(send -> send.queueUrl(url("other")).messageBody("one")))
                .isInstanceOf(QueueDoesNotExistException.class);
        assertThatThrownBy(() ->
                        client.sendMessage(send -> send.queueUrl(url("surge")).messageBody("x".repeat(262_145))))
                .isInstanceOf(SqsException.class);
    }

    private List<String> receive(String queue) {
        return client
                .receiveMessage(receive -> receive.queueUrl(url(queue)).maxNumberOfMessages(10))
                .messages()
                .stream()
                .map(message -> message.body())
                .toList();
    }

    private String size(String queue) {
        return client.getQueueAttributes(get ->
                        get.queueUrl(url(queue)).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "");
    }

    private String url(String queue) {
        return server.endpoint() + "/000000000000/" + queue;
    }
}
