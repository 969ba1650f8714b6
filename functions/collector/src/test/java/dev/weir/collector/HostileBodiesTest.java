package dev.weir.collector;

import static dev.weir.collector.Problem.assertProblem;
import static dev.weir.collector.Samples.batch;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies as a whole that nobody should send: refused for a reason, in little memory, and forgotten.
@QuarkusTest
@WithTestResource(KeyFiles.class)
@Timeout(60)
class HostileBodiesTest {

    private static final String GOOD = batch(Samples.playbackStarted());
    private static final int MEGABYTE = 1024 * 1024;

    @Inject
    FakeKinesis kinesis;

    @BeforeEach
    void anEmptyStream() {
        kinesis.reset();
    }

    @AfterEach
    void theNextGoodRequestIsServed() {
        assertThat(kinesis.records()).isEmpty();
        assertThat(Call.events(GOOD).send().status()).isEqualTo(200);
        assertThat(kinesis.events()).hasSize(1);
    }

    @Test
    void noBodyAndAnEmptyOne() {
        Call.Reply absent = Call.to("POST", "/v1/events")
                .header("x-write-key", Call.CLIENT_KEY)
                .send();

        assertProblem(absent, 400, "unreadable-body", "the body is empty");
        assertProblem(Call.events("").send(), 400, "unreadable-body", "the body is empty");
        assertProblem(Call.events(" \n\t").send(), 400, "unreadable-body", "the body is empty");
        assertProblem(Call.events(Gzip.of(new byte[0])).send(), 400, "unreadable-body", "the body is empty");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 20, 100})
    void truncatedGzip(int length) {
        byte[] truncated = Arrays.copyOf(Gzip.of(GOOD.getBytes(StandardCharsets.UTF_8)), length);

        assertProblem(Call.events(truncated).send(), 400, "unreadable-body", "not complete gzip");
    }

    @Test
    void textThatIsSaidToBeGzip() {
        assertProblem(
                Call.events(GOOD).header("content-encoding", "gzip").send(),
                400,
                "unreadable-body",
                "not complete gzip");
    }

    @Test
    void aBombOfAGigabyteIsRefusedWithoutBeingInflated() {
        byte[] bomb = Gzip.zeros(1024);
        assertThat(bomb).hasSizeBetween(MEGABYTE / 2, 2 * MEGABYTE);

        assertRefusedInMemoryOf(16 * MEGABYTE, Call.events(bomb), 413, "too-large");
    }

    @Test
    void aBombThatPassesTheLimitCompressed() {
        byte[] bomb = Gzip.zeros(96);
        assertThat(bomb).hasSizeLessThan(100 * 1024);

        assertRefusedInMemoryOf(4 * MEGABYTE, Call.events(bomb), 413, "too-large");
    }

    @Test
    void fiveMegabytes() {
        Call call = Call.events("[\"" + "x".repeat(5 * MEGABYTE) + "\"]");

        assertRefusedInMemoryOf(64 * MEGABYTE, call, 413, "too-large");
    }

    @ParameterizedTest
    @CsvSource({"[,]", "'{\"a\":',}", "'[{\"properties\":',}]"})
    void tenThousandLevelsWhetherTheyEndOrNot(String opening, String closing) {
        int times = 10_000 / closing.length();
        String levels = opening.repeat(times);

        assertProblem(nested(levels), 400, "unreadable-body", "nested deeper than 32 levels");
        assertProblem(
                nested(levels + "0" + closing.repeat(times)), 400, "unreadable-body", "nested deeper than 32 levels");
    }

    private static Call.Reply nested(String json) {
        return Call.events(json).send();
    }

    @Test
    void theSameKeyTwice() {
        String twice = GOOD.replaceFirst("\"event_id\"", "\"event_name\":\"x\",\"event_id\"");

        assertProblem(Call.events(twice).send(), 400, "unreadable-body", "the same key twice in one object");
        assertProblem(
                Call.events(twice.replace("\"event_name\":\"x\"", "\"\\u0065vent_name\":\"x\""))
                        .send(),
                400,
                "unreadable-body",
                "the same key twice in one object");
    }

    @ParameterizedTest
    @CsvSource({"c3", "ff", "c080", "eda080", "f4908080", "e282"})
    void invalidUtf8(String hex) {
        byte[] bytes = GOOD.replace("dev_zkgrdngv", "\u0001").getBytes(StandardCharsets.ISO_8859_1);

        assertProblem(
                Call.events(withInPlaceOfOne(bytes, HexFormat.of().parseHex(hex)))
                        .send(),
                400,
                "unreadable-body",
                "not valid UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17",
                "\"text\"",
                "null",
                "true",
                "{\"events\": null}",
                "{\"events\": {}}",
                "{\"events\": \"x\"}",
                "{\"events\": []}",
                "[]",
                "{",
                "[{}",
                "[{}]]",
                "{}{}",
                "{'a': 1}",
                "{a: 1}",
                "[NaN]",
                "[01]",
                "[{},]",
                "<events/>",
                "event_name=x",
                "\ufeff[{}]x",
                "[\"\u0000\"]",
                "[\"\\x\"]",
                "[\"\\u00\"]"
            })
    void whatIsNoBatchOfEvents(String body) {
        Call.Reply reply = Call.events(body).send();

        assertProblem(reply, 400, "unreadable-body", "the body ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "0e999999999", "1e2147483647", "1e401"})
    void numbersThatNobodyCanWriteOut(String number) {
        for (String place : new String[] {"934", "\"live\"", "\"android\"", "\"sess_6x4ay6mctc\""}) {
            assertProblem(
                    Call.events(GOOD.replace(place, number)).send(), 400, "unreadable-body", "more than 400 places");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "-9", "0.9", "1e"})
    void numbersLongerThanSixtyFourCharacters(String start) {
        String number = start + "9".repeat(65);

        assertProblem(
                Call.events(GOOD.replace("934", number)).send(), 400, "unreadable-body", "a number over 64 characters");
    }

    private static void assertRefusedInMemoryOf(long bytes, Call call, int status, String type) {
        String asked = call.json();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        Call.Reply reply = Call.send(asked);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isBetween(1L, bytes);
        assertProblem(reply, status, type, "102400 bytes");
    }

    private static byte[] withInPlaceOfOne(byte[] bytes, byte[] bad) {
        int at = 0;
        while (bytes[at] != 1) {
            at++;
        }
        byte[] changed = new byte[bytes.length - 1 + bad.length];
        System.arraycopy(bytes, 0, changed, 0, at);
        System.arraycopy(bad, 0, changed, at, bad.length);
        System.arraycopy(bytes, at + 1, changed, at + bad.length, bytes.length - at - 1);
        return changed;
    }
}
