package dev.weir.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.weir.core.catalog.Limits;
import dev.weir.core.catalog.Rates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

    private static final Limits LIMITS = new Limits(3, 2048, Integer.MAX_VALUE, Duration.ofMinutes(5), Rates.DEFAULT);

    private static Body read(String body) {
        return BodyReader.read(body.getBytes(StandardCharsets.UTF_8), false, LIMITS);
    }

    private static int events(Body body) {
        return assertThat(body)
                .asInstanceOf(type(Body.Events.class))
                .actual()
                .events()
                .size();
    }

    private static String fault(Body body) {
        return assertThat(body)
                .asInstanceOf(type(Body.Unreadable.class))
                .actual()
                .reason();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        }
        return compressed.toByteArray();
    }

    @Test
    void takesAnObjectOfEventsABareArrayOrOneEvent() {
        assertThat(events(read("{\"events\": [{}, {}]}"))).isEqualTo(2);
        assertThat(events(read("[{}, {}, {}]"))).isEqualTo(3);
        assertThat(events(read("{\"event_name\": \"x\"}"))).isEqualTo(1);
    }

    @Test
    void takesTheNameOfABatchBesideItsEvents() {
        assertThat(name("{\"batch_id\":\"" + "a".repeat(128) + "\",\"events\":[{}]}"))
                .hasSize(128);
        assertThat(name("{\"events\":[{}]}")).isNull();
        assertThat(name("[{\"batch_id\":\"a\"}]")).isNull();
        assertThat(name("{\"batch_id\":\"a\"}")).isNull();
    }

    private static @Nullable String name(String body) {
        return ((Body.Events) read(body)).batchId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "\"\"", "\"a b\"", "\"a/b\"", "{}", "\"\u00e4\""})
    void refusesANameThatIsNone(String name) {
        assertThat(fault(read("{\"batch_id\":" + name + ",\"events\":[{}]}")))
                .isEqualTo("'batch_id' must be 1 to 128 of A-Z a-z 0-9 _ . : -");
        assertThat(fault(read("{\"batch_id\":\"" + "a".repeat(129) + "\",\"events\":[{}]}")))
                .contains("'batch_id' must be 1 to 128");
    }

    @Test
    void numbersEventsInTheOrderOfTheRequest() {
        Body.Events body = (Body.Events) read("[{\"a\":0},{\"a\":1}]");

        assertThat(body.events()).allMatch(event -> event.json().get("a").asInt() == event.index());
    }

    @Test
    void takesGzipByHeaderAndByMagicBytes() throws IOException {
        byte[] body = gzip("[{}]".getBytes(StandardCharsets.UTF_8));

        assertThat(events(BodyReader.read(body, true, LIMITS))).isEqualTo(1);
        assertThat(events(BodyReader.read(body, false, LIMITS))).isEqualTo(1);
    }

    @Test
    void refusesTruncatedGzip() throws IOException {
        byte[] body = gzip("[{}]".getBytes(StandardCharsets.UTF_8));

        Body cut = BodyReader.read(Arrays.copyOf(body, body.length - 9), true, LIMITS);

        assertThat(fault(cut)).isEqualTo("the body is not complete gzip");
    }

    @Test
    void refusesPlainTextThatClaimsToBeGzip() {
        Body body = BodyReader.read("[{}]".getBytes(StandardCharsets.UTF_8), true, LIMITS);

        assertThat(fault(body)).isEqualTo("the body is not complete gzip");
    }

    @Test
    void stopsInflatingAtTheLimit() throws IOException {
        byte[] bomb = gzip(new byte[64 * 1024 * 1024]);

        assertThat(BodyReader.read(bomb, true, LIMITS)).isInstanceOf(Body.TooLarge.class);
    }

    @Test
    void takesABodyOfExactlyTheLimit() {
        String event = "[{\"a\":\"" + "x".repeat(2048 - 10) + "\"}]";

        assertThat(event).hasSize(2048);
        assertThat(events(read(event))).isEqualTo(1);
        assertThat(read(event + " ")).isInstanceOf(Body.TooLarge.class);
    }

    @Test
    void takesAsManyEventsAsTheLimitAndNotOneMore() {
        assertThat(events(read("[{},{},{}]"))).isEqualTo(3);
        assertThat(read("[{},{},{},{}]")).isInstanceOf(Body.TooLarge.class);
    }

    @Test
    void refusesWhatIsEmpty() {
        assertThat(fault(read(""))).isEqualTo("the body is empty");
        assertThat(fault(read("  "))).isEqualTo("the body is empty");
        assertThat(fault(read("[]"))).isEqualTo("the body has no events");
    }

    @Test
    void refusesOtherJson() {
        assertThat(fault(read("17"))).contains("{\"events\":[…]}");
        assertThat(fault(read("{\"events\": 1}"))).contains("{\"events\":[…]}");
    }

    @Test
    void refusesInvalidUtf8() {
        assertThat(fault(BodyReader.read(new byte[] {'[', '"', (byte) 0xc3, '"', ']'}, false, LIMITS)))
                .isEqualTo("the body is not valid UTF-8");
    }

    @Test
    void refusesDuplicateKeysAndSaysWhere() {
        assertThat(fault(read("[{\"secret\": 1,\n\"secret\": 2}]")))
                .startsWith("the body has the same key twice in one object, at line 2")
                .doesNotContain("secret");
    }

    @Test
    void refusesDeepNesting() {
        assertThat(fault(read("[".repeat(1000)))).startsWith("the body is nested deeper than 32 levels");
    }

    @Test
    void refusesTrailingText() {
        assertThat(fault(read("[{}] secret")))
                .startsWith("the body is not JSON")
                .doesNotContain("secret");
    }

    @Test
    void refusesNumbersThatNobodyCanWriteOut() {
        assertThat(read("[{\"a\": 1e999999999}]")).isInstanceOf(Body.Unreadable.class);
        assertThat(read("[{\"a\": [-1e-999999999]}]")).isInstanceOf(Body.Unreadable.class);
        assertThat(events(read("[{\"a\": 1e400}]"))).isEqualTo(1);
    }

    @Test
    void leavesNumbersAsTheyWereWritten() {
        Body.Events body = (Body.Events) read("[{\"a\":2.0,\"b\":1.50,\"c\":12345678901234567890}]");

        assertThat(body.events().getFirst().json()).hasToString("{\"a\":2.0,\"b\":1.50,\"c\":12345678901234567890}");
    }

    @Property
    void answersAnyBytes(@ForAll byte[] bytes, @ForAll boolean gzip) {
        assertThat(BodyReader.read(bytes, gzip, LIMITS)).isNotNull();
    }
}
