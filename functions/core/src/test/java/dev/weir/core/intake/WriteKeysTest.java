package dev.weir.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.Rates;
import dev.weir.core.event.Credential;
import dev.weir.core.event.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteKeysTest {

    private static final Catalog CATALOG = Catalog.load();
    private static final Instant REVOKED = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void knowsAKeyByItsHash() throws IOException {
        WriteKeys keys = read("", REVOKED);

        assertThat(keys.check("a-key"))
                .isEqualTo(new KeyCheck.Valid(
                        new WriteKey(WriteKeys.hash("a-key"), new Credential("shop", "acme", Source.SERVER))));
        assertThat(keys.check("another")).isEqualTo(new KeyCheck.Unknown());
    }

    @Test
    void nobodyHasAKeyOfAProductThatTheCatalogLacks() throws IOException {
        WriteKeys misspelt = readText(misspelt(""), REVOKED);
        WriteKeys known = read("", REVOKED);

        assertThat(misspelt.within(CATALOG).check("a-key")).isEqualTo(new KeyCheck.Unknown());
        assertThat(known.within(CATALOG).check("a-key")).isEqualTo(known.check("a-key"));
    }

    @Test
    void namesTheProductsThatTheCatalogLacksUntilTheirKeysAreRevoked() throws IOException {
        String revoked = ", \"revoked\": \"" + REVOKED + "\"";

        WriteKeys before = readText(misspelt(revoked), REVOKED.minusMillis(1));
        WriteKeys after = readText(misspelt(revoked), REVOKED);

        assertThat(before.productsBeyond(CATALOG)).containsExactly("shoop");
        assertThat(after.productsBeyond(CATALOG)).isEmpty();
        assertThat(read("", REVOKED).productsBeyond(CATALOG)).isEmpty();
    }

    @Test
    void takesTheOriginsThatAKeyIsBoundTo() throws IOException {
        WriteKeys keys = read(", \"origins\": [\"https://shop.example\", \"http://127.0.0.1:5173\"]", REVOKED);

        assertThat(keys.check("a-key"))
                .isInstanceOfSatisfying(
                        KeyCheck.Valid.class,
                        valid -> assertThat(valid.key().terms().allowedOrigins())
                                .isEqualTo(Set.of("https://shop.example", "http://127.0.0.1:5173")));
    }

    @Test
    void takesTheLimitsThatAreOthersForAKey() throws IOException {
        WriteKeys keys = read(", \"limits\": {\"events_per_second\": 7}", REVOKED);

        assertThat(keys.all())
                .singleElement()
                .returns(
                        new Rates(1_000, 7, 10, 100_000_000), key -> key.terms().rates(Rates.DEFAULT));
    }

    @Test
    void aKeyHoldsUntilTheInstantItIsRevoked() throws IOException {
        String fields = ", \"created\": \"2026-01-01T00:00:00Z\", \"revoked\": \"" + REVOKED + "\"";

        assertThat(read(fields, REVOKED.minusMillis(1)).check("a-key")).isInstanceOf(KeyCheck.Valid.class);
        assertThat(read(fields, REVOKED).check("a-key")).isEqualTo(new KeyCheck.Revoked());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"sha256\"|\"sha\"|unknown field 'sha', known: created, limits, origins, product, revoked, sha256, source, tenant",
                "\"product\": \"shop\",||'product' is needed, a string",
                "\"shop\"|\" \"|'product' is needed, a string",
                "\"acme\"|7|'tenant' is needed, a string",
                "\"server\"|\"app\"|unknown source 'app', known: client, server",
                "\"server\"|\"server\", \"origins\": \"x\"|'origins' must be an array of strings",
                "\"server\"|\"server\", \"origins\": [1]|'origins' must be an array of strings",
                "\"server\"|\"server\", \"origins\": [\"*\"]|'*' is not an origin such as https://app.example.com or https://*.example.com, in lower case and without a path",
                "\"server\"|\"server\", \"limits\": 7|limits: must be a JSON object",
                "\"server\"|\"server\", \"limits\": {\"events_per_second\": 1.5}|limits: 'events_per_second' must be a whole number",
                "\"server\"|\"server\", \"limits\": {\"events_per_second\": 0}|'events_per_second' must be a whole number from 1 to 1000000",
                "\"server\"|\"server\", \"limits\": {\"per_hour\": 1}|limits are burst_seconds, events_per_day, events_per_second, requests_per_second",
                "\"server\"|\"server\", \"created\": \"2026-01-01\"|'created' must be a moment such as 2026-02-08T14:30:00Z",
                "\"server\"|\"server\", \"revoked\": null|'revoked' is needed, a string",
                "\"server\"|\"server\", \"created\": \"2026-01-02T00:00:00Z\", \"revoked\": \"2026-01-01T00:00:00Z\"|'revoked' is before 'created'",
            })
    void namesTheKeyAndWhatIsWrongWithIt(String part, String other, String message) {
        String good = key("");

        assertThatThrownBy(() -> readText(good.replace(part, other == null ? "" : other), REVOKED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("write keys: keys[0]: " + message);
    }

    @Test
    void aHashIsSixtyFourDigits() {
        assertThatThrownBy(() -> readText(key("").replace(WriteKeys.hash("a-key"), "00"), REVOKED))
                .hasMessage("write keys: keys[0]: 'sha256' must be 64 digits of lower-case hex");
    }

    @Test
    void aFileHasKeysAndNothingElseAndNoneTwice() {
        String key = key("");

        assertThatThrownBy(() -> readText("{}", REVOKED))
                .hasMessage("write keys: 'keys' is needed, an array of objects");
        assertThatThrownBy(() -> readText("{\"keys\": [], \"more\": 1}", REVOKED))
                .hasMessage("write keys: unknown field 'more', known: keys");
        assertThatThrownBy(() -> readText(key.replace("}]}", "}, " + key.substring(10)), REVOKED))
                .hasMessage("write keys: a key of shop is there twice");
        assertThatThrownBy(() -> readText("keys", REVOKED))
                .hasMessage("write keys: write-keys.json is not JSON, or has a key twice");
        assertThatThrownBy(() -> readText("{\"keys\": [], \"keys\": []}", REVOKED))
                .hasMessage("write keys: write-keys.json is not JSON, or has a key twice");
    }

    @Test
    void neverShowsAHash() throws IOException {
        WriteKeys keys = read("", REVOKED);

        assertThat(keys.toString() + keys.check("a-key")).doesNotContain(WriteKeys.hash("a-key"));
    }

    private WriteKeys read(String more, Instant now) throws IOException {
        return readText(key(more), now);
    }

    private static String key(String more) {
        return "{\"keys\": [{\"sha256\": \"%s\", \"product\": \"shop\", \"tenant\": \"acme\", \"source\": \"server\"%s}]}"
                .formatted(WriteKeys.hash("a-key"), more);
    }

    private static String misspelt(String more) {
        return key(more).replace("\"shop\"", "\"shoop\"");
    }

    private WriteKeys readText(String text, Instant now) throws IOException {
        Path file = Files.writeString(folder.resolve("write-keys.json"), text);
        return WriteKeys.read(file, Clock.fixed(now, ZoneOffset.UTC));
    }
}
