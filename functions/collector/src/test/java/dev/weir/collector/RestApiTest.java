package dev.weir.collector;

import static dev.weir.collector.Samples.batch;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests by a REST API are answered as those by an HTTP API; `SamplesContractTest` has all samples by both.
@QuarkusTest
@WithTestResource(KeyFiles.class)
class RestApiTest {

    private static final String GOOD = batch(Samples.playbackStarted());
    private static final byte[] UMLAUT =
            batch(Samples.playbackStarted().put("os_version", "Android ü")).getBytes(StandardCharsets.UTF_8);

    @Inject
    FakeKinesis kinesis;

    @BeforeEach
    void anEmptyStream() {
        kinesis.reset();
    }

    static Stream<Call> calls() {
        return Stream.of(
                Call.events(GOOD),
                Call.events(UMLAUT),
                Call.events(Gzip.of(UMLAUT)).header("content-encoding", "gzip"),
                Call.events(Gzip.of(UMLAUT)),
                Call.events(Gzip.zeros(1)),
                Call.events(GOOD).query("receipt", "full"),
                Call.events(GOOD).query("receipt", "none,full"),
                Call.events(GOOD).query("receipt", "a b&c=d"),
                Call.events(GOOD).header("sec-gpc", "0,1").query("receipt", "full"),
                Call.events(GOOD).header("content-type", "text/plain"),
                Call.events(GOOD).header("origin", "https://app.example.com"),
                Call.events(GOOD).header("x-write-key", "nobody's"),
                Call.events(GOOD).without("x-write-key").header("authorization", "Basic bm9ib2R5Og=="),
                Call.events("{"),
                Call.to("POST", "/v1/events").header("x-write-key", Call.CLIENT_KEY),
                Call.to("OPTIONS", "/v1/events")
                        .header("origin", "https://app.example.com")
                        .header("access-control-request-method", "POST")
                        .header("access-control-request-headers", "content-type, x-write-key"),
                Call.to("GET", "/v1/events"),
                Call.to("GET", "/health"),
                Call.to("GET", "/live/v1/events"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isAnsweredAsByAnHttpApi(Call call) {
        Call.Reply byHttp = call.send();
        Call.Reply byRest = call.sendByRest();

        assertThat(byRest.status()).isEqualTo(byHttp.status());
        assertThat(byRest.headers()).isEqualTo(byHttp.headers());
        assertThat(withoutBatch(byRest)).isEqualTo(withoutBatch(byHttp));
    }

    @Test
    void theNetworkOfTheClientIsKept() {
        Call.events(GOOD).from("2001:db8:1:2::3").sendByRest();

        assertThat(kinesis.events())
                .singleElement()
                .satisfies(
                        stored -> assertThat(stored.context()).containsEntry("ip_prefix", "2001:db8:1:0:0:0:0:0/48"));
    }

    @Test
    void whatIsCompressedReachesTheStreamUnharmed() {
        Call.events(Gzip.of(UMLAUT)).header("content-encoding", "gzip").sendByRest();

        assertThat(kinesis.events())
                .singleElement()
                .satisfies(stored -> assertThat(stored.context()).containsEntry("os_version", "Android ü"));
    }

    private static String withoutBatch(Call.Reply reply) {
        return reply.body() instanceof ObjectNode body
                ? body.without("batch_id").toString()
                : reply.text();
    }
}
