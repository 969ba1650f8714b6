package dev.weir.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Pseudonym;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void readsTheTextOfASecretAsItReadsAFile() {
        String secret = Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(PseudonymKeys.parse("{\"current\": 1, \"keys\": {\"1\": \"%s\"}}".formatted(secret)))
                .hasToString("PseudonymKeys[versions [1], current 1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "geheim", "{}", "[]", "{\"current\": 1, \"keys\": {\"geheim\": \"geheim\"}}"})
    void refusesATextOfAnotherFormWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> PseudonymKeys.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pseudonym keys: must be")
                .hasMessageNotContaining("geheim")
                .hasNoCause();
    }

    private static byte[] bytes(int first) {
        byte[] secret = new byte[32];
        secret[0] = (byte) first;
        return secret;
    }

    @Test
    void findsAPersonUnderEveryVersionTheCurrentOneFirst() {
        byte[] other = bytes(1);
        Pseudonyms before = new Pseudonyms(new PseudonymKeys(1, Map.of(1, other)));
        Pseudonyms after = new Pseudonyms(new PseudonymKeys(3, Map.of(1, other, 2, bytes(2), 3, bytes(3))));

        List<Pseudonym> all = after.allVersions("shop", "acme", IdentityKind.USER, "user-0815");

        assertThat(all).hasSize(3).doesNotHaveDuplicates();
        assertThat(all.getLast())
                .isEqualTo(before.allVersions("shop", "acme", IdentityKind.USER, "user-0815")
                        .getFirst());
        assertThat(after.allVersions("shop", "other", IdentityKind.USER, "user-0815"))
                .doesNotContainAnyElementsOf(all);
    }
}
