package dev.weir.collector;

import static dev.weir.collector.Samples.batch;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values that are JSON, and that no app should send: one event of a batch is rejected for them, or takes them for what
/// they are, and its neighbour is not harmed.
@QuarkusTest
@WithTestResource(KeyFiles.class)
@Timeout(60)
class HostileValuesTest {

    private static final String PLACE = "\"PLACE\"";

    @Inject
    FakeKinesis kinesis;

    @BeforeEach
    void anEmptyStream() {
        kinesis.reset();
    }

    @AfterEach
    void theNextGoodRequestIsServed() {
        kinesis.reset();
        assertThat(Call.events(batch(Samples.playbackStarted())).send().status())
                .isEqualTo(200);
        assertThat(kinesis.events()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e16",
                "1e19",
                "1e20",
                "1e63",
                "1e64",
                "18446744073709551616.0",
                "-18446744073709551616.0",
                "9223372036854775807.0",
                "18446744073709551616",
                "9223372036854775808",
                "-1",
                "0.5",
                "9999999999999999999999999999999999999999999999999999999999999999",
                "-999999999999999999999999999999999999999999999999999999999999999",
                "9007199254740992",
                "\"934\"",
                "true",
                "[]",
                "{}",
                "null"
            })
    void isNoDuration(String value) {
        JsonNode result = sendWith("/properties/start_time_ms", value);

        assertThat(result.path("status").asText()).isEqualTo("rejected");
        assertThat(result.path("violations"))
                .extracting(violation -> violation.path("pointer").asText())
                .containsOnly("/properties/start_time_ms");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-0,0", "-0.0,0", "9007199254740991,9007199254740991", "1.0,1", "1e3,1000"})
    void isADuration(String value, long stored) {
        assertThat(sendWith("/properties/start_time_ms", value).path("status").asText())
                .isEqualTo("accepted");
        assertThat(kinesis.events()
                        .getFirst()
                        .properties()
                        .path("start_time_ms")
                        .asLong())
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-324", "0.99999999999999999999999999999999999999999999999999999999999999", "1e-400"})
    void aNumberThatNoDoubleHoldsDoesNoHarm(String value) {
        assertThat(sendWith("/properties/start_time_ms", value).path("status").asText())
                .isEqualTo("rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e64", "100.00000000000000000000001", "-1e-30"})
    void isNoPercentage(String value) {
        ObjectNode event = Samples.event("ott-streaming/playback.stopped/accepted");

        assertThat(sendWith(event, "/properties/completion_percent", value)
                        .path("status")
                        .asText())
                .isEqualTo("rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\u0000", "\\u202e", "\\ufffe", "\\ud83d\\udc4b", "\\\"}]}", "${x}%s%n{}"})
    void aTextIsStoredAsItIs(String value) throws Exception {
        JsonNode sent = Samples.parse("\"" + value + "\"");

        assertThat(sendWith("/properties/content_id", sent.toString())
                        .path("status")
                        .asText())
                .isEqualTo("accepted");
        assertThat(kinesis.events().getFirst().properties().path("content_id")).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/event_id",
                "/event_name",
                "/session_id",
                "/user_id",
                "/market",
                "/platform",
                "/client_timestamp",
                "/properties/content_id",
                "/properties/cdn"
            })
    void halfACharacterIsAnsweredWhereverItStands(String pointer) {
        for (String half : new String[] {"\"\\ud83d\"", "\"\\udc4b\"", "\"a\\udc4b\\ud83db\""}) {
            assertThat(sendWith(pointer, half).path("status").asText()).isIn("accepted", "rejected");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+292278995-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59.999999999-18:00",
                "-999999999-01-01T00:00:00+18:00",
                "+10000-01-01T00:00:00Z",
                "0000-00-00T00:00:00Z",
                "2026-02-30T00:00:00Z",
                "2026-02-08T24:00:00Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z"
            })
    void aTimeFarFromOursIsAnswered(String time) {
        assertThat(sendWith("/client_timestamp", "\"" + time + "\"")
                        .path("status")
                        .asText())
                .isIn("accepted", "rejected");
    }

    private static JsonNode sendWith(String pointer, String value) {
        return sendWith(Samples.playbackStarted(), pointer, value);
    }

    /// The result of an event with this value in one place, sent together with a good one, which must be accepted.
    private static JsonNode sendWith(ObjectNode event, String pointer, String value) {
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = slash == 0 ? event : event.withObject(pointer.substring(0, slash));
        parent.put(pointer.substring(slash + 1), "PLACE");
        String body = batch(event, Samples.playbackStarted().put("event_id", "evt-neighbour"));

        Call.Reply reply = Call.events(body.replace(PLACE, value)).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.result(1).path("status").asText()).isEqualTo("accepted");
        return reply.result(0);
    }
}
