package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every sample through the function, as `events-samples/README.md` says.
@QuarkusTest
@WithTestResource(KeyFiles.class)
class SamplesContractTest {

    @Inject
    FakeKinesis kinesis;

    static List<String> samples() {
        return Samples.names();
    }

    @BeforeEach
    void anEmptyStream() {
        kinesis.reset();
    }

    @Test
    void thereAreSamples() {
        assertThat(samples()).hasSizeGreaterThan(50).contains("ott-streaming/envelope/document-example");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void getsItsOutcome(String name) {
        ObjectNode outcome = Samples.outcome(name);

        Call.Reply reply = call(name, outcome).send();

        assertOutcome(outcome, reply);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void getsItsOutcomeByARestApiToo(String name) {
        ObjectNode outcome = Samples.outcome(name);

        Call.Reply reply = call(name, outcome).sendByRest();

        assertOutcome(outcome, reply);
    }

    private void assertOutcome(ObjectNode outcome, Call.Reply reply) {
        assertThat(reply.status()).isEqualTo(outcome.path("status").asInt());
        if (outcome.has("results")) {
            assertResults(outcome.path("results"), reply);
        } else {
            Problem.assertProblem(reply);
            assertThat(kinesis.records()).isEmpty();
        }
    }

    private static Call call(String name, ObjectNode outcome) {
        String product = name.substring(0, name.indexOf('/'));
        String source = outcome.path("credential").asText();
        String key = outcome.path("key").asText(KeyFiles.writeKey(product, source));
        String body = new String(Samples.request(name), StandardCharsets.UTF_8);
        return Call.events(body).header("x-write-key", key).query("receipt", "full");
    }

    private void assertResults(JsonNode expected, Call.Reply reply) {
        assertThat(reply.body().path("results")).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertResult(expected.get(i), reply.result(i));
        }
        for (String status : List.of("accepted", "rejected", "dropped")) {
            assertThat(reply.body().path(status).asInt()).as(status).isEqualTo(count(expected, status));
        }
        assertThat(kinesis.events()).hasSize(count(expected, "accepted"));
    }

    private static void assertResult(JsonNode expected, JsonNode actual) {
        assertThat(actual.path("status")).isEqualTo(expected.path("status"));
        assertThat(actual.path("reason")).isEqualTo(expected.path("reason"));
        for (JsonNode violation : expected.path("violations")) {
            assertThat(actual.path("violations")).anySatisfy(reported -> assertViolation(violation, reported));
        }
        if (expected.path("status").asText().equals("accepted")) {
            assertThat(actual.path("receipt").isObject()).isTrue();
            assertReceipt(expected.path("receipt"), actual.path("receipt"));
        }
    }

    /// Single values are the same; of lists, all that is expected is there, at least.
    private static void assertReceipt(JsonNode expected, JsonNode actual) {
        expected.forEachEntry((member, value) -> {
            if (value.isArray()) {
                assertThat(actual.path(member)).as(member).containsAll(value);
            } else {
                assertThat(actual.path(member)).as(member).isEqualTo(value);
            }
        });
    }

    private static void assertViolation(JsonNode expected, JsonNode reported) {
        assertThat(reported.path("pointer")).isEqualTo(expected.path("pointer"));
        if (expected.has("message")) {
            assertThat(reported.path("message")).isEqualTo(expected.path("message"));
        }
    }

    private static int count(JsonNode results, String status) {
        int count = 0;
        for (JsonNode result : results) {
            count += result.path("status").asText().equals(status) ? 1 : 0;
        }
        return count;
    }
}
