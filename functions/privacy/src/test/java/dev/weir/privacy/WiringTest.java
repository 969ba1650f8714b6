package dev.weir.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.intake.WriteKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WiringTest {

    private static final String ANA = "{\"type\":\"erasure\",\"subject\":{\"kind\":\"user\",\"id\":\"ana\"}}";

    @TempDir
    Path folder;

    private final MemoryRequests requests = new MemoryRequests(new MemoryObjects.Fate());

    /// What is stored of a product may outlive its catalog, and people can be in it.
    @ParameterizedTest
    @ValueSource(strings = {"ott-streaming", "a-former-product"})
    void theDeskTakesRequestsWhateverTheCatalogHas(String product) throws IOException {
        assertThat(desk(product).open(Optional.of("key"), ANA)).isInstanceOf(Desk.Answer.Accepted.class);
        assertThat(requests.open()).hasSize(1);
    }

    private Desk desk(String product) throws IOException {
        Path keys = Files.writeString(
                folder.resolve("privacy-keys.json"),
                "{\"keys\":[{\"sha256\":\"%s\",\"product\":\"%s\",\"tenant\":\"acme\"}]}"
                        .formatted(WriteKeys.hash("key"), product));
        Path pseudonyms = Files.writeString(
                folder.resolve("pseudonym-keys.json"),
                "{\"current\":1,\"keys\":{\"1\":\"%s\"}}"
                        .formatted(Base64.getEncoder().encodeToString(new byte[32])));
        return new Wiring().desk(Optional.of(keys), Optional.of(pseudonyms.toString()), requests, Clock.systemUTC());
    }
}
