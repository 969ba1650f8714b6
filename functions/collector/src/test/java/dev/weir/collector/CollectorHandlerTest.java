package dev.weir.collector;

import static dev.weir.collector.Problem.assertProblem;
import static dev.weir.collector.Samples.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.StoredEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

@QuarkusTest
@WithTestResource(KeyFiles.class)
class CollectorHandlerTest {

    private static final String GOOD = batch(Samples.playbackStarted());

    @Inject
    FakeKinesis kinesis;

    @BeforeEach
    void anEmptyStream() {
        kinesis.reset();
    }

    @Test
    void anAcceptedBatchIsInTheStreamExactlyOnce() {
        ObjectNode first = Samples.playbackStarted().put("event_id", "evt-1");
        ObjectNode second = Samples.playbackStarted().put("event_id", "evt-2");

        Call.Reply reply = Call.events(batch(first, second)).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).isEqualTo("application/json");
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
        assertThat(reply.body().path("accepted").asInt()).isEqualTo(2);
        assertThat(kinesis.records()).singleElement().returns(FakeKinesis.STREAM, record -> record.streamName());
        assertThat(kinesis.events())
                .extracting(event -> event.header().eventId())
                .containsExactly("evt-1", "evt-2");
    }

    @Test
    void whatIsStoredBelongsToTheKeyAndToTheBatchOfTheAnswer() {
        Call.Reply reply = Call.events(GOOD).send();

        StoredEvent stored = kinesis.events().getFirst();
        assertThat(stored.header().type().product()).isEqualTo("ott-streaming");
        assertThat(stored.header().origin().tenant()).isEqualTo(KeyFiles.TENANT);
        assertThat(stored.header().origin().batchId())
                .isEqualTo(reply.body().path("batch_id").asText());
        assertThat(UUID.fromString(stored.header().origin().batchId()).version())
                .isEqualTo(4);
        assertThat(stored.context()).containsEntry("ip_prefix", "203.0.113.0/24");
        assertThat(stored.toString() + stored.properties() + stored.context()).doesNotContain("usr_k7bpdyvu");
    }

    @Test
    void thereIsNoAnswerBeforeTheStreamHasTheBatch() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch takes = new CountDownLatch(1);
        kinesis.beforePut(() -> {
            asked.countDown();
            await(takes);
        });
        try (ExecutorService sender = Executors.newSingleThreadExecutor()) {
            Future<Call.Reply> reply = sender.submit(() -> Call.events(GOOD).send());
            await(asked);

            assertThatThrownBy(() -> reply.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            takes.countDown();

            assertThat(reply.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
        } finally {
            takes.countDown();
        }
        assertThat(kinesis.events()).hasSize(1);
    }

    @Test
    void aStreamThatIsThrottledForGoodIsA503AndNothingIsAccepted() {
        kinesis.throttles();
        try (Log log = Log.listen()) {
            Call.Reply reply = Call.events(GOOD).send();

            assertProblem(reply, 503, "stream-unavailable", "the batch was not taken as a whole; send all of it again");
            assertThat(reply.header("retry-after")).isEqualTo("1");
            assertThat(reply.body().has("accepted")).isFalse();
            assertThat(kinesis.records()).isEmpty();
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("batch not published product=ott-streaming", "ProvisionedThroughputExceededException")
                    .doesNotContain(FakeKinesis.ERROR_MESSAGE);
        }
    }

    @Test
    void theBatchThatComesAgainAfterThrottlingIsAccepted() {
        kinesis.throttles();
        Call.events(GOOD).send();
        kinesis.reset();

        assertThat(Call.events(GOOD).send().status()).isEqualTo(200);
        assertThat(kinesis.events()).hasSize(1);
    }

    @Test
    void aBatchThatIsRejectedAsAWholeIsA200AndWritesNothing() {
        ObjectNode unknown = Samples.playbackStarted().put("event_name", "no.such.event");
        ObjectNode invalid = Samples.playbackStarted();
        invalid.putObject("properties");
        kinesis.throttles();

        Call.Reply reply = Call.events(batch(unknown, invalid)).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("rejected").asInt()).isEqualTo(2);
        assertThat(reply.result(0).path("reason").asText()).isEqualTo("unknown_event");
        assertThat(reply.result(1).path("reason").asText()).isEqualTo("invalid");
        assertThat(kinesis.records()).isEmpty();
    }

    @Test
    void onlyWhatIsAcceptedReachesTheStream() {
        ObjectNode good = Samples.playbackStarted().put("event_id", "evt-good");
        ObjectNode refused = Samples.playbackStarted().put("event_id", "evt-no-consent");
        refused.withObject("/consent").put("analytics", false);
        ObjectNode bad = Samples.playbackStarted().put("event_id", "evt-bad").put("session_id", 17);

        Call.Reply reply = Call.events(batch(refused, good, bad)).send();

        assertThat(reply.body().path("results"))
                .extracting(result -> result.path("event_id").asText() + " "
                        + result.path("status").asText())
                .containsExactly("evt-no-consent dropped", "evt-good accepted", "evt-bad rejected");
        assertThat(kinesis.events())
                .singleElement()
                .returns("evt-good", event -> event.header().eventId())
                .returns(1, event -> event.header().origin().index());
    }

    @Test
    void anAppMaySendJsonAsPlainText() {
        assertThat(Call.events(GOOD)
                        .header("content-type", "text/plain;charset=UTF-8")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(kinesis.events()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"gzip", "identity"})
    void gzipIsReadByHeaderAndByItsMagicBytes(String encoding) throws Exception {
        byte[] body = Gzip.of(GOOD.getBytes(StandardCharsets.UTF_8));

        assertThat(Call.events(body).header("content-encoding", encoding).send().status())
                .isEqualTo(200);
        assertThat(kinesis.events()).hasSize(1);
    }

    @Test
    void basicWorksAsWellAsTheHeader() {
        String basic = Base64.getEncoder().encodeToString((Call.CLIENT_KEY + ":").getBytes(StandardCharsets.UTF_8));

        assertThat(Call.events(GOOD)
                        .without("x-write-key")
                        .header("Authorization", "Basic " + basic)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anAddressThatIsNoneIsNoReasonToRefuse() {
        assertThat(Call.events(GOOD).from("unknown").send().status()).isEqualTo(200);
        assertThat(kinesis.events().getFirst().context()).doesNotContainKey("ip_prefix");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobodys-key", "", "local-ott-streaming"})
    void aKeyThatNobodyHasIsA401(String key) {
        Call.Reply reply = Call.events(GOOD).header("x-write-key", key).send();

        assertProblem(reply, 401, "no-valid-credential", "write key");
        assertThat(reply.header("www-authenticate")).startsWith("Basic realm=\"weir\"");
        assertThat(kinesis.records()).isEmpty();
    }

    @Test
    void noCredentialIsA401BeforeTheBodyIsLookedAt() {
        Call.Reply reply = Call.events("not JSON").without("x-write-key").send();

        assertProblem(reply, 401, "no-valid-credential", "write key");
        assertThat(reply.header("www-authenticate")).startsWith("Basic ");
    }

    @ParameterizedTest
    @CsvSource({"POST,/", "POST,/v1/event", "GET,/v1/events/", "POST,/V1/EVENTS", "GET,''"})
    void elsewhereThereIsNothing(String method, String path) {
        assertProblem(Call.to(method, path).send(), 404, "not-found", "/v1/events");
    }

    @ParameterizedTest
    @CsvSource({"GET,/v1/events,POST", "PUT,/v1/events,POST", "POST,/health,GET", "'',/health,GET"})
    void anotherMethodIsA405ThatSaysWhichOneIsAllowed(String method, String path, String allowed) {
        Call.Reply reply = Call.to(method, path).send();

        assertProblem(reply, 405, "method-not-allowed", "use " + allowed);
        assertThat(reply.header("allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE", "UPDATING"})
    void healthIsOkWhileTheStreamTakesRecords(StreamStatus status) {
        kinesis.is(status);

        Call.Reply reply = Call.to("GET", "/health").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{\"status\":\"ok\"}");
    }

    @ParameterizedTest
    @CsvSource({"CREATING", "DELETING"})
    void healthIsA503WhenTheStreamDoesNot(StreamStatus status) {
        kinesis.is(status);

        Call.Reply reply = Call.to("GET", "/health").send();

        assertProblem(reply, 503, "stream-unavailable", "stream weir-test is " + status);
        assertThat(reply.header("retry-after")).isEqualTo("1");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
