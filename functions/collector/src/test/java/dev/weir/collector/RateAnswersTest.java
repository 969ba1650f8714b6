package dev.weir.collector;

import static dev.weir.collector.Problem.assertProblem;
import static dev.weir.collector.Samples.batch;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The keys of this class have their quota to themselves: instances remember what they refused.
@QuarkusTest
@WithTestResource(KeyFiles.class)
class RateAnswersTest {

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

    private static Call.Reply send(String key, String body) {
        return Call.events(body).header("x-write-key", key).send();
    }

    @Test
    void aKeyThatSendsTooFastIsToldWhenToComeAgain() {
        Call.Reply reply = untilRefused(KeyFiles.SLOW_KEY, GOOD);

        assertProblem(reply, 429, "too-many-requests", "send the same again later");
        assertThat(reply.header("retry-after")).isEqualTo("1");
    }

    @Test
    void aKeyWhoseDayIsUsedUpIsToldToComeTomorrow() {
        Call.Reply reply = send(KeyFiles.SPENT_KEY, batch(Samples.playbackStarted(), Samples.playbackStarted()));

        assertProblem(reply, 429, "quota-used-up", "on the next day, in UTC");
        assertThat(Integer.parseInt(reply.header("retry-after"))).isBetween(1, 86_400);
        assertThat(kinesis.events()).isEmpty();
    }

    @Test
    void bodiesThatCannotBeReadAreRequestsToo() {
        assertProblem(untilRefused(KeyFiles.GARBAGE_KEY, "not JSON"), 429, "too-many-requests", "later");
    }

    /// Requests that take a second each would never be too fast; a hundred of them do not.
    private static Call.Reply untilRefused(String key, String body) {
        return Stream.generate(() -> send(key, body))
                .limit(100)
                .filter(reply -> reply.status() == 429)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsWithinTheProductsLimitsAsksNobody() {
        assertThat(Call.events(GOOD).send().status()).isEqualTo(200);
        assertThat(dynamo.calls()).isZero();
    }
}
