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
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KeyFiles.class)
class ReplaysTest {

    private static final String KEY = "idempotency-key";
    private static final String GOOD = batch(Samples.playbackStarted());

    @Inject
    FakeKinesis kinesis;

    @Inject
    FakeDynamo dynamo;

    @BeforeEach
    void nothingCameBefore() {
        kinesis.reset();
        dynamo.reset();
    }

    private static Call named(String name, String body) {
        return Call.events(body).header(KEY, name);
    }

    @Test
    void aBatchThatComesAgainIsAnsweredByteForByteAndStoredOnce() {
        ObjectNode bad = Samples.playbackStarted().put("session_id", 17);
        String body = batch(Samples.playbackStarted(), bad);

        Call.Reply first = named("batch-1", body).send();
        Call.Reply second = named("batch-1", body).send();

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.headers()).isEqualTo(first.headers());
        assertThat(kinesis.events()).hasSize(1);
    }

    @Test
    void theNameMayBeQuotedOrStandInTheBody() {
        String inBody = GOOD.startsWith("[")
                ? "{\"batch_id\":\"batch-1\",\"events\":" + GOOD + "}"
                : GOOD.replaceFirst("\\{", "{\"batch_id\":\"batch-1\",");

        String first = named("batch-1", GOOD).send().text();

        assertThat(named("\"batch-1\"", GOOD).send().text()).isEqualTo(first);
        assertThat(Call.events(inBody).send().text()).isEqualTo(first);
        assertThat(named("batch-1", inBody).send().text()).isEqualTo(first);
        assertProblem(named("batch-2", inBody).send(), 400, "bad-batch-name", "Idempotency-Key and 'batch_id' differ");
        assertThat(kinesis.events()).hasSize(1);
    }

    @Test
    void spacesAndCompressionMakeNoOtherBatch() throws Exception {
        String first = named("batch-1", GOOD).send().text();
        byte[] compressed = Gzip.of((" " + GOOD + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(Call.events(compressed).header(KEY, "batch-1").send().text()).isEqualTo(first);
    }

    @Test
    void otherEventsUnderTheNameAreA422() {
        named("batch-1", GOOD).send();

        Call.Reply reply = named("batch-1", batch(Samples.playbackStarted().put("event_id", "another")))
                .send();

        assertProblem(reply, 422, "batch-name-reused", "give each batch a name of its own");
        assertThat(kinesis.events()).hasSize(1);
    }

    @Test
    void theNamesOfOtherSendersAreOthers() {
        named("batch-1", GOOD).send();

        Call.Reply reply = named("batch-1", GOOD)
                .header("x-write-key", KeyFiles.writeKey("ott-streaming", "server"))
                .send();

        assertThat(reply.result(0).path("reason").asText()).isEqualTo("source_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "a b", "\"a\"b\"", "\u00e4"})
    void aNameThatIsNoneIsA400(String name) {
        assertProblem(named(name, GOOD).send(), 400, "bad-batch-name", "Idempotency-Key must be 1 to 128 of");
        assertThat(kinesis.records()).isEmpty();
    }

    @Test
    void aBatchWithoutANameCostsNothing() {
        Call.events(GOOD).send();
        Call.events(GOOD).send();

        assertThat(dynamo.calls()).isZero();
        assertThat(kinesis.events()).hasSize(2);
    }

    @Test
    void whileOneIsWorkedOnTheOtherIsToldToWait() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch takes = new CountDownLatch(1);
        kinesis.beforePut(() -> {
            asked.countDown();
            await(takes);
        });
        try (var sender = Executors.newSingleThreadExecutor()) {
            var first = sender.submit(() -> named("batch-1", GOOD).send());
            await(asked);

            Call.Reply second = named("batch-1", GOOD).send();
            takes.countDown();

            assertProblem(second, 409, "batch-in-work", "send the same again");
            assertThat(second.header("retry-after")).isEqualTo("1");
            String answer = first.get(10, TimeUnit.SECONDS).text();
            assertThat(named("batch-1", GOOD).send().text()).isEqualTo(answer);
        } finally {
            takes.countDown();
        }
        assertThat(kinesis.events()).hasSize(1);
    }

    @Test
    void whatTheStreamDidNotTakeMayComeAgainAtOnce() {
        kinesis.throttles();
        assertThat(named("batch-1", GOOD).send().status()).isEqualTo(503);
        kinesis.reset();

        assertThat(named("batch-1", GOOD).send().status()).isEqualTo(200);
        assertThat(kinesis.events()).hasSize(1);
    }

    /// As after a crash between the stream and the ledger: what is stored twice has the same ids and the same time, in
    /// events without an id of their own, too, so that whoever reads one of each event id reads it once.
    @Test
    void aBatchWhoseAnswerWasNotKeptIsStoredAgainAsTheSameEvents() {
        kinesis.beforePut(() -> dynamo.fails());
        Call.Reply first = named("batch-1", GOOD).send();
        kinesis.beforePut(() -> {});
        dynamo.works();
        dynamo.set("working_until", "1970-01-01T00:00:00Z");

        Call.Reply second = named("batch-1", GOOD).send();

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(kinesis.events()).hasSize(2);
        assertThat(kinesis.events().get(0)).isEqualTo(kinesis.events().get(1));
    }

    @Test
    void whileTheTableIsOutOfReachABatchIsTakenUnderTheSameId() {
        dynamo.fails();
        try (Log log = Log.listen()) {
            named("batch-1", GOOD).send();
            named("batch-1", GOOD).send();

            assertThat(log.lines())
                    .hasSize(2)
                    .allMatch(line -> line.contains("batch taken without looking whether it came before"))
                    .noneMatch(line -> line.contains("canary") || line.contains("batch-1"));
        }
        assertThat(kinesis.events())
                .hasSize(2)
                .extracting(event -> event.header().origin().batchId())
                .containsOnly(kinesis.events().getFirst().header().origin().batchId());
    }

    @Test
    void theIdOfANamedBatchIsAUuidThatDoesNotShowTheName() {
        named("batch-1", GOOD).send();

        StoredEvent stored = kinesis.events().getFirst();
        UUID id = UUID.fromString(stored.header().origin().batchId());
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(dynamo.items().toString()).doesNotContain("batch-1", "playback", "acme");
    }

    @Test
    void aBugLeavesNoBatchInWork() {
        kinesis.beforePut(() -> {
            throw new IllegalStateException("a bug");
        });
        assertThatThrownBy(() -> named("batch-1", GOOD).send()).isInstanceOf(RuntimeException.class);
        kinesis.reset();

        assertThat(named("batch-1", GOOD).send().status()).isEqualTo(200);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
