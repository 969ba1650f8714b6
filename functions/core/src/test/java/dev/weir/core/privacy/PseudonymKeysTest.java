package dev.weir.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymKeysTest {

    @TempDir
    Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("keys.json"), content);
    }

    @Test
    void readsEveryVersion() throws IOException {
        String secret = Base64.getEncoder().encodeToString(new byte[32]);
        Path file = file("{\"current\": 2, \"keys\": {\"1\": \"%s\", \"2\": \"%s\"}}".formatted(secret, secret));

        PseudonymKeys keys = PseudonymKeys.read(file);

        assertThat(keys.current()).isEqualTo(2);
        assertThat(keys.secret(1)).hasSize(32);
        assertThat(keys).hasToString("PseudonymKeys[versions [1, 2], current 2]");
    }

    @Test
    void refusesAShortSecret() {
        assertThatThrownBy(() -> new PseudonymKeys(1, Map.of(1, new byte[31])))
                .hasMessageContaining("at least 32 bytes");
    }

    @Test
    void refusesAFileOfAnotherFormWithoutQuotingIt() throws IOException {
        Path file = file("{\"current\": 1, \"keys\": {\"1\": \"geheim!\"}}");

        assertThatThrownBy(() -> PseudonymKeys.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keys.json")
                .hasMessageNotContaining("geheim");
    }
}
