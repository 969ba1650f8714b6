package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The collector where there is a queue for what the stream refuses.
@QuarkusTest
@WithTestResource(KeyFiles.class)
@TestProfile(SurgeTest.WithAQueue.class)
class SurgeTest {

    private static final String BATCH = "[" + Samples.playbackStarted() + "]";

    @Inject
    FakeKinesis kinesis;

    @Inject
    FakeSqs queue;

    @BeforeEach
    void empty() {
        kinesis.reset();
        queue.reset();
    }

    @Test
    void whatTheStreamTakesIsA200AsEver() {
        Call.Reply reply = Call.events(BATCH).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().has("stream")).isFalse();
        assertThat(queue.messages()).isEmpty();
    }

    @Test
    void whatAThrottledStreamRefusesIsA202OnceTheQueueHasIt() throws Exception {
        kinesis.throttles();
        try (Log log = Log.listen()) {
            Call.Reply reply = Call.events(BATCH).send();

            assertThat(reply.status()).isEqualTo(202);
            assertThat(reply.header("content-type")).isEqualTo("application/json");
            assertThat(reply.body().path("stream").asText()).isEqualTo("queued");
            assertThat(reply.body().path("accepted").asInt()).isEqualTo(1);
            assertThat(reply.result(0).path("status").asText()).isEqualTo("accepted");
            assertThat(log.lines()).singleElement().asString().contains("batch queued product=ott-streaming");
        }
        var message = new JsonMapper().readTree(queue.messages().getFirst().messageBody());
        assertThat(queue.messages()).singleElement().returns(FakeSqs.QUEUE, sent -> sent.queueUrl());
        assertThat(message.path("record").binaryValue()).isNotEmpty();
    }

    @Test
    void aBatchThatComesAgainUnderItsNameGetsTheSame202AndIsQueuedOnce() {
        kinesis.throttles();
        Call.Reply first =
                Call.events(BATCH).header("idempotency-key", "surge-1").send();
        kinesis.reset();

        Call.Reply again =
                Call.events(BATCH).header("idempotency-key", "surge-1").send();

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(queue.messages()).hasSize(1);
        assertThat(kinesis.records()).isEmpty();
    }

    @Test
    void whatNeitherTakesIsA503() {
        kinesis.throttles();
        queue.refuses();

        Call.Reply reply = Call.events(BATCH).send();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body().path("type").asText()).isEqualTo("urn:weir:problem:stream-unavailable");
    }

    public static final class WithAQueue implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("weir.surge-queue", FakeSqs.QUEUE);
        }
    }
}
