package dev.weir.collector;

import static dev.weir.collector.Samples.batch;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.StoredEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a request says beside its events.
@QuarkusTest
@WithTestResource(KeyFiles.class)
class SignalsTest {

    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36";

    @Inject
    FakeKinesis kinesis;

    @BeforeEach
    void anEmptyStream() {
        kinesis.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-GPC", "DNT"})
    void whoAsksNotToBeTrackedHasWithdrawnWhatTheEventAgreesTo(String header) {
        Call.Reply reply = Call.events(batch(Samples.playbackStarted()))
                .header(header, "1")
                .send();

        assertThat(reply.result(0).path("reason").asText()).isEqualTo("no_consent_analytics");
        assertThat(kinesis.events()).isEmpty();
    }

    @Test
    void anEssentialEventIsKeptOfWhoAsksNotToBeTracked() {
        ObjectNode event =
                Samples.event("ott-streaming/session.created/accepted").without("consent");

        Call.Reply reply = Call.events(batch(event))
                .header("x-write-key", KeyFiles.writeKey("ott-streaming", "server"))
                .header("Sec-GPC", "1")
                .query("receipt", "full")
                .send();

        assertThat(reply.result(0).path("receipt").path("tags"))
                .extracting(JsonNode::asText)
                .containsExactly("no_ad_targeting", "no_personalization");
        assertThat(reply.result(0).path("receipt").path("purposes"))
                .extracting(answer -> answer.path("by").asText())
                .containsExactly("essential", "gpc", "gpc");
    }

    @Test
    void theUserAgentIsStoredAsFamiliesAndTheTraceAsItIs() {
        Call.events(batch(Samples.playbackStarted()))
                .header("User-Agent", CHROME)
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .send();

        StoredEvent stored = kinesis.events().getFirst();
        assertThat(stored.context())
                .containsEntry("device_class", "desktop")
                .containsEntry("os_family", "Windows")
                .containsEntry("browser_family", "Chrome")
                .containsEntry("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736")
                .doesNotContainKey("country");
        assertThat(stored.context().toString()).doesNotContain("120.0", "Mozilla");
    }

    @Test
    void aBeaconGetsNoReceiptUnlessItAsks() {
        String body = batch(Samples.playbackStarted());
        Call.Reply beacon = Call.events(body)
                .header("content-type", "text/plain;charset=UTF-8")
                .send();
        Call.Reply asking = Call.events(body)
                .header("content-type", "text/plain;charset=UTF-8")
                .query("receipt", "short")
                .send();

        assertThat(beacon.result(0).path("status").asText()).isEqualTo("accepted");
        assertThat(beacon.result(0).has("receipt")).isFalse();
        assertThat(asking.result(0).path("receipt").path("basis").asText()).isEqualTo("event");
    }

    @Test
    void theReceiptIsShortUnlessMoreIsAskedFor() {
        ObjectNode event = Samples.playbackStarted();
        event.withObject("/properties").put("nickname", "x");

        JsonNode usual = Call.events(batch(event)).send().result(0).path("receipt");
        JsonNode full = Call.events(batch(event))
                .query("receipt", "full")
                .send()
                .result(0)
                .path("receipt");

        assertThat(usual.path("redacted").asInt()).isEqualTo(1);
        assertThat(usual.has("redactions")).isFalse();
        assertThat(full.at("/redactions/0/pointer").asText()).isEqualTo("/properties/nickname");
    }

    @Test
    void aReceiptThatThereIsNotIsAProblemAndStoresNothing() {
        Call.Reply reply = Call.events(batch(Samples.playbackStarted()))
                .query("receipt", "usr_k7bpdyvu")
                .send();

        assertThat(reply.status()).isEqualTo(400);
        Problem.assertProblem(reply);
        assertThat(reply.text()).contains("none, short or full").doesNotContain("usr_k7bpdyvu");
        assertThat(kinesis.records()).isEmpty();
    }

    @Test
    void aChildLeavesNoIdsNetworkOrWords() {
        ObjectNode event = Samples.event("ott-streaming/envelope/kids_profile");

        Call.events(batch(event)).header("User-Agent", CHROME).send();

        StoredEvent stored = kinesis.events().getFirst();
        assertThat(stored.identities().byKind()).isEmpty();
        assertThat(stored.context()).containsOnlyKeys("market", "platform");
        assertThat(stored.properties().has("query_text")).isFalse();
        assertThat(stored.properties().path("search_type").asText()).isEqualTo("text");
    }
}
