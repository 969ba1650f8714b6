package dev.weir.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.intake.Refusal;
import dev.weir.core.intake.WriteKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringTest {

    private static final String ANA = "{\"type\":\"erasure\",\"subject\":{\"kind\":\"user\",\"id\":\"ana\"}}";

    @TempDir
    Path folder;

    private final MemoryRequests requests = new MemoryRequests(new MemoryObjects.Fate());

    @Test
    void theDeskTakesNoRequestForAProductThatTheCatalogLacks() throws IOException {
        Desk.Answer answer = desk("ott-streeming").open(Optional.of("key"), ANA);

        assertThat(answer)
                .isEqualTo(new Desk.Answer.Refused(
                        new Refusal(401, "authorization", "a privacy key of the product is needed")));
        assertThat(requests.open()).isEmpty();
    }

    @Test
    void theDeskTakesOneForAProductThatItHas() throws IOException {
        assertThat(desk("ott-streaming").open(Optional.of("key"), ANA)).isInstanceOf(Desk.Answer.Accepted.class);
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
