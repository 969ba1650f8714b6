package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.intake.HttpRequest;
import dev.weir.core.intake.WriteKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which files of write keys the collector starts with.
class WiringTest {

    @TempDir
    Path folder;

    private final Log log = Log.listen();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void startsWithAKeyOfAProductThatTheCatalogLacksAndTakesTheOthers() throws IOException {
        Credentials credentials =
                credentials(key("good", "ott-streaming", "") + "," + key("lost", "ott-streeming", ""));

        assertThat(credentials.of(sentWith("good"))).isInstanceOf(Authentication.Known.class);
        assertThat(credentials.of(sentWith("lost")))
                .isInstanceOfSatisfying(
                        Authentication.Unknown.class,
                        unknown -> assertThat(unknown.detail()).startsWith("nobody has this write key"));
    }

    @Test
    void namesEachProductThatHasKeysAndNoCatalogOnceAndNoKey() throws IOException {
        credentials(key("one", "ott-streeming", "") + "," + key("two", "ott-streeming", "") + ","
                + key("three", "ott-streaming", ""));

        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("WARN", "write keys not accepted, the catalog lacks product=ott-streeming")
                .doesNotContain(WriteKeys.hash("one"), WriteKeys.hash("two"));
    }

    @Test
    void saysNothingOfAKeyThatIsRevoked() throws IOException {
        credentials(key("lost", "ott-streeming", ",\"revoked\":\"2026-01-01T00:00:00Z\""));

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void doesNotStartWithAFileOfAnotherForm() {
        String misshapen = key("lost", "ott-streeming", ",\"origins\":[\"https://App.example.com\"]");

        assertThatThrownBy(() -> credentials(misshapen)).hasMessageStartingWith("write keys: keys[0]: ");
    }

    private Credentials credentials(String keys) throws IOException {
        Path file = Files.writeString(folder.resolve("write-keys.json"), "{\"keys\":[" + keys + "]}");
        return new Wiring().credentials(Catalog.load(), file, Optional.empty());
    }

    private static String key(String key, String product, String more) {
        return "{\"sha256\":\"%s\",\"product\":\"%s\",\"tenant\":\"acme\",\"source\":\"server\"%s}"
                .formatted(WriteKeys.hash(key), product, more);
    }

    private static HttpRequest sentWith(String key) {
        return new HttpRequest("POST", "/v1/events", Map.of("x-write-key", key), new byte[0], null);
    }
}
