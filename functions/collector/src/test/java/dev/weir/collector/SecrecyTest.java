package dev.weir.collector;

import static dev.weir.collector.Samples.batch;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a request holds, neither the answer nor the log repeats it. The one exception is an event's own id, which
/// the answer is for.
@QuarkusTest
@WithTestResource(KeyFiles.class)
class SecrecyTest {

    private static final String CANARY = Mutations.CANARY;

    @Inject
    FakeKinesis kinesis;

    private Log log = Log.listen();

    @BeforeEach
    void listen() {
        kinesis.reset();
        log.close();
        log = Log.listen();
    }

    @AfterEach
    void theLogHasNothing() {
        log.close();
        assertThat(log.lines()).noneMatch(line -> line.contains(CANARY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CANARY,
                "[" + CANARY + "]",
                "[\"" + CANARY + "\" " + CANARY + "]",
                "{\"" + CANARY + "\":1,\"" + CANARY + "\":2}",
                "[\"\\x" + CANARY + "\"]",
                "{\"events\":\"" + CANARY + "\"}",
                "\"" + CANARY + "\"",
                "[{}] " + CANARY
            })
    void aBodyThatCannotBeRead(String body) {
        assertSilent(400, Call.events(body));
    }

    @Test
    void aBodyThatIsTooLarge() {
        assertSilent(413, Call.events("[\"" + CANARY.repeat(10_000) + "\"]"));
    }

    @Test
    void aCredentialThatNobodyHas() {
        String basic = Base64.getEncoder().encodeToString((CANARY + ":" + CANARY).getBytes(StandardCharsets.UTF_8));

        assertSilent(401, Call.events("[]").header("x-write-key", CANARY));
        assertSilent(401, Call.to("POST", "/v1/events").header("authorization", "Basic " + basic));
        assertSilent(401, Call.to("POST", "/v1/events").header("authorization", "Bearer " + CANARY));
    }

    @Test
    void anAddressAndAPathThatAreNone() {
        assertSilent(404, Call.to("GET", "/" + CANARY));
        assertSilent(405, Call.to(CANARY, "/v1/events"));
        assertSilent(200, Call.events(batch(Samples.playbackStarted())).from(CANARY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_name",
                "session_id",
                "user_id",
                "profile_id",
                "device_id",
                "platform",
                "market",
                "client_timestamp",
                "consent",
                "properties",
                "an_unknown_one"
            })
    void anyMemberOfTheEnvelope(String member) {
        ObjectNode object = Samples.playbackStarted();
        object.putObject(member).put(CANARY, CANARY);
        ObjectNode array = Samples.playbackStarted();
        array.putArray(member).add(CANARY);

        assertSilent(200, Call.events(batch(Samples.playbackStarted().put(member, CANARY), array)));
        assertSilent(200, Call.events(batch(object).replace("\"" + CANARY + "\":", "\"" + CANARY + "@example.org\":")));
    }

    @Test
    void everyPropertyAtOnce() {
        ObjectNode event = Samples.playbackStarted();
        ObjectNode properties = event.withObject("/properties");
        for (var property : Samples.playbackStarted().path("properties").properties()) {
            properties.put(property.getKey(), CANARY);
        }
        properties.put(CANARY + "@example.org", CANARY);

        JsonNode results = assertSilent(200, Call.events(batch(event)));

        assertThat(results.path(0).path("status").asText()).isEqualTo("rejected");
    }

    @Test
    void whatIsTakenOutOfAnAcceptedEvent() {
        ObjectNode event = Samples.playbackStarted().put("user_id", CANARY).put("session_id", CANARY);
        event.withObject("/properties")
                .put("unknown", CANARY)
                .put(CANARY + "@example.org", CANARY)
                .put("content_id", CANARY + "@example.org");

        JsonNode results = assertSilent(200, Call.events(batch(event)).query("receipt", "full"));

        assertThat(results.path(0).path("receipt").path("redactions")).hasSize(3);
        assertThat(kinesis.events().toString() + kinesis.events().getFirst().properties() + kinesis.records())
                .doesNotContain(CANARY);
    }

    @Test
    void aBatchThatTheStreamDoesNotTake() {
        kinesis.throttles();
        ObjectNode event = Samples.playbackStarted().put("user_id", CANARY).put("event_id", CANARY);
        event.withObject("/properties").put("content_id", CANARY);

        assertSilent(503, Call.events(batch(event)));
        assertThat(log.lines()).isNotEmpty();
    }

    private static JsonNode assertSilent(int status, Call call) {
        Call.Reply reply = call.send();
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).doesNotContain(CANARY);
        assertThat(reply.headers().toString()).doesNotContain(CANARY);
        return reply.body().path("results");
    }
}
