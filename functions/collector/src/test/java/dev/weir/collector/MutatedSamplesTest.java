package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Laws that hold for every request, checked on the samples with something wrong in them. The same requests in every
/// run.
@QuarkusTest
@WithTestResource(KeyFiles.class)
@Timeout(120)
class MutatedSamplesTest {

    private static final int TIMES = 25;

    @Inject
    FakeKinesis kinesis;

    private Log log = Log.listen();

    static List<String> samples() {
        return Samples.names().stream()
                .filter(name -> Samples.request(name).length < 10_000)
                .toList();
    }

    @BeforeEach
    void listen() {
        log.close();
        log = Log.listen();
    }

    @AfterEach
    void nothingOfTheRequestsIsInTheLog() {
        log.close();
        assertThat(log.lines()).noneMatch(line -> line.contains(Mutations.CANARY));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void wrongValuesGetAnAnswerThatAddsUp(String name) throws IOException {
        Mutations mutations = new Mutations(new SplittableRandom(name.hashCode()));
        JsonNode request = Samples.parse(new String(Samples.request(name), StandardCharsets.UTF_8));

        for (int i = 0; i < TIMES; i++) {
            String body = mutations.ofValues(request);
            kinesis.reset();
            assertAnswered(body, Call.events(body).send());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void damagedBytesGetAnAnswerThatAddsUp(String name) {
        Mutations mutations = new Mutations(new SplittableRandom(name.hashCode()));
        byte[] request = Samples.request(name);
        byte[] gzip = Gzip.of(request);

        for (int i = 0; i < TIMES; i++) {
            byte[] body = mutations.ofBytes(i % 5 == 0 ? gzip : request);
            kinesis.reset();
            assertAnswered(
                    new String(body, StandardCharsets.ISO_8859_1),
                    Call.events(body).send());
        }
    }

    private void assertAnswered(String body, Call.Reply reply) {
        assertThat(reply.status()).as(body).isIn(200, 400, 413);
        if (reply.status() == 200) {
            assertAddsUp(body, reply);
        } else {
            Problem.assertProblem(reply);
            assertThat(kinesis.records()).as(body).isEmpty();
        }
        reply.body().path("results").forEach(result -> ((ObjectNode) result).remove("event_id"));
        assertThat(reply.body().toString()).as(body).doesNotContain(Mutations.CANARY);
    }

    private void assertAddsUp(String body, Call.Reply reply) {
        JsonNode results = reply.body().path("results");
        int counted = IntStream.of(count(reply, "accepted"), count(reply, "rejected"), count(reply, "dropped"))
                .sum();
        assertThat(results).as(body).isNotEmpty().hasSize(counted).allSatisfy(MutatedSamplesTest::assertSaysWhy);
        assertThat(kinesis.events()).as(body).hasSize(count(reply, "accepted"));
    }

    private static void assertSaysWhy(JsonNode result) {
        assertThat(result.has("event_id")).isTrue();
        switch (result.path("status").asText()) {
            case "accepted" -> assertThat(result.path("receipt")).isNotEmpty();
            case "rejected" -> assertThat(result.path("violations")).isNotEmpty();
            case "dropped" -> assertThat(result.path("reason").asText()).startsWith("no_consent_");
            default -> throw new AssertionError("a fourth status");
        }
    }

    private static int count(Call.Reply reply, String status) {
        return reply.body().path(status).asInt();
    }
}
