package dev.weir.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.intake.WriteKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyKeysTest {

    @TempDir
    Path folder;

    @Test
    void aKeyStandsForItsProductAndTenant() throws IOException {
        assertThat(keys(key("")).find("key")).contains(new PrivacyKeys.Grant("ott-streaming", "acme"));
        assertThat(keys(key("")).find("another")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-02-08T12:00:00Z\"", "\"2999-01-01T00:00:00Z\"", "\"yesterday\"", "true", "null"})
    void aKeyThatWasRevokedIsNoneWhateverItSaysSinceWhen(String revoked) throws IOException {
        assertThat(keys(key(",\"revoked\":" + revoked)).find("key")).isEmpty();
    }

    @Test
    void aKeyThatIsThereTwiceIsRevokedIfOneOfThemIs() throws IOException {
        assertThat(keys(key(",\"revoked\":true") + "," + key("")).find("key")).isEmpty();
        assertThat(keys(key("") + "," + key(",\"revoked\":true")).find("key")).isEmpty();
    }

    @Test
    void knowsWhichOfItsProductsTheCatalogLacks() throws IOException {
        PrivacyKeys misspelt = keys(key("").replace("ott-streaming", "ott-streeming"));

        assertThat(keys(key("")).productsBeyond(Catalog.load())).isEmpty();
        assertThat(misspelt.productsBeyond(Catalog.load())).containsExactly("ott-streeming");
    }

    private PrivacyKeys keys(String keys) throws IOException {
        return PrivacyKeys.read(Files.writeString(folder.resolve("privacy-keys.json"), "{\"keys\":[" + keys + "]}"));
    }

    private static String key(String more) {
        return "{\"sha256\":\"" + WriteKeys.hash("key") + "\",\"product\":\"ott-streaming\",\"tenant\":\"acme\"" + more
                + "}";
    }
}
