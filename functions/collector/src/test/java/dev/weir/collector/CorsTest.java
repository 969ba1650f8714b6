package dev.weir.collector;

import static dev.weir.collector.Problem.assertProblem;
import static dev.weir.collector.Samples.batch;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KeyFiles.class)
class CorsTest {

    private static final String PAGE = "https://app.example.com";
    private static final String GOOD = batch(Samples.playbackStarted());

    @Inject
    FakeKinesis kinesis;

    @BeforeEach
    void anEmptyStream() {
        kinesis.reset();
    }

    private static Call preflight(String path) {
        return Call.to("OPTIONS", path).header("origin", PAGE).header("access-control-request-method", "POST");
    }

    @Test
    void aPreflightIsAnsweredForEveryOriginWithWhatItAsksFor() {
        Call.Reply reply = preflight("/v1/events")
                .header("access-control-request-headers", "content-type, x-write-key,idempotency-key")
                .send();

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.text()).isEmpty();
        assertThat(reply.header("access-control-allow-origin")).isEqualTo(PAGE);
        assertThat(reply.header("access-control-allow-methods")).isEqualTo("POST");
        assertThat(reply.header("access-control-allow-headers")).isEqualTo("content-type, x-write-key,idempotency-key");
        assertThat(reply.header("access-control-max-age")).isEqualTo("7200");
        assertThat(reply.header("vary"))
                .isEqualTo("Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
        assertThat(reply.headers().has("access-control-allow-credentials")).isFalse();
        assertThat(reply.headers().has("content-type")).isFalse();
    }

    @Test
    void healthHasAPreflightToo() {
        assertThat(preflight("/health").send().header("access-control-allow-methods"))
                .isEqualTo("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "x-write-key,,a", "x(y)", "a: b", "x-\u00e4"})
    void namesOfHeadersThatAreNoneAreNotEchoed(String names) {
        Call.Reply reply = preflight("/v1/events")
                .header("access-control-request-headers", names)
                .send();

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.headers().has("access-control-allow-headers")).isFalse();
    }

    @Test
    void aListOfNamesIsEchoedUpToItsMostAndNotBeyond() {
        assertThat(preflight("/v1/events")
                        .header("access-control-request-headers", "a".repeat(1_024))
                        .send()
                        .header("access-control-allow-headers"))
                .hasSize(1_024);
        assertThat(preflight("/v1/events")
                        .header("access-control-request-headers", "a".repeat(1_025))
                        .send()
                        .headers()
                        .has("access-control-allow-headers"))
                .isFalse();
    }

    @Test
    void optionsWithoutAnOriginIsNoPreflight() {
        Call.Reply reply = preflight("/v1/events").without("origin").send();

        assertProblem(reply, 405, "method-not-allowed", "use POST");
        assertThat(reply.headers().has("access-control-allow-origin")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, "null", "http://localhost:3000"})
    void anAnswerCanBeReadByThePageThatAsked(String origin) {
        Call.Reply reply = Call.events(GOOD).header("origin", origin).send();

        assertThat(reply.status()).isEqualTo(200);
        assertReadable(reply, origin);
    }

    @Test
    void soCanEveryError() {
        kinesis.throttles();

        assertReadable(Call.events("no JSON").header("origin", PAGE).send(), PAGE);
        assertReadable(
                Call.events(GOOD).header("origin", PAGE).without("x-write-key").send(), PAGE);
        assertReadable(Call.events(" ".repeat(200_000)).header("origin", PAGE).send(), PAGE);
        assertReadable(Call.events(GOOD).header("origin", PAGE).send(), PAGE);
        assertReadable(Call.to("GET", "/nowhere").header("origin", PAGE).send(), PAGE);
        assertReadable(Call.to("GET", "/v1/events").header("origin", PAGE).send(), PAGE);
    }

    private static void assertReadable(Call.Reply reply, String origin) {
        assertThat(reply.header("access-control-allow-origin")).isEqualTo(origin);
        assertThat(reply.header("access-control-expose-headers")).isEqualTo("Retry-After");
        assertThat(reply.header("vary")).isEqualTo("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "https://app.example.com/path", "app.example.com", "https://a, https://b", "x\r\ny: z"})
    void whatIsNoOriginIsNotEchoed(String origin) {
        assertThat(Call.events(GOOD).header("origin", origin).send().headers().has("access-control-allow-origin"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"https://shop.example,200", "https://eu.shop.example,200", "https://other.example,403", "null,403"})
    void aKeyThatIsBoundToOriginsIsForTheirPages(String origin, int status) {
        Call.Reply reply = Call.events(GOOD)
                .header("x-write-key", KeyFiles.BOUND_KEY)
                .header("origin", origin)
                .send();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(kinesis.events()).hasSize(status == 200 ? 1 : 0);
        if (status == 403) {
            assertProblem(reply, 403, "origin-not-allowed", "one of the origins that the credential lists");
            assertReadable(reply, origin);
        }
    }

    @Test
    void anAppHasNoOriginAndPasses() {
        assertThat(Call.events(GOOD)
                        .header("x-write-key", KeyFiles.BOUND_KEY)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aBeaconHasItsKeyInTheAddress() {
        Call.Reply reply = beacon(Call.CLIENT_KEY).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void aServersKeyInTheAddressIsRefused() {
        Call.Reply reply = beacon(KeyFiles.writeKey("ott-streaming", "server")).send();

        assertProblem(reply, 401, "no-valid-credential", "only the key of an app may stand in the address");
        assertThat(kinesis.records()).isEmpty();
    }

    @Test
    void aKeyInAHeaderCountsBeforeOneInTheAddress() {
        assertThat(beacon(Call.CLIENT_KEY)
                        .header("x-write-key", "nobodys-key")
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(beacon("nobodys-key")
                        .header("x-write-key", Call.CLIENT_KEY)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aKeyInTheAddressReachesNoLogAndNoAnswer() {
        kinesis.throttles();
        try (Log log = Log.listen()) {
            Call.Reply reply = beacon(Call.CLIENT_KEY).send();

            assertThat(reply.text() + log.lines()).doesNotContain(Call.CLIENT_KEY);
        }
    }

    private static Call beacon(String key) {
        return Call.events(GOOD)
                .without("x-write-key")
                .header("content-type", "text/plain;charset=UTF-8")
                .header("origin", PAGE)
                .query("write_key", key);
    }
}
