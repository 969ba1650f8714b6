package dev.weir.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresentedKeyTest {

    @Test
    void isTheUserOfBasicAuthorizationWhateverTheCaseOfTheScheme() {
        assertThat(PresentedKey.in(Map.of("authorization", "Basic " + base64("key-1:"))))
                .contains("key-1");
        assertThat(PresentedKey.in(Map.of("authorization", "bASIC " + base64("key-1:ignored"))))
                .contains("key-1");
    }

    @Test
    void isTheHeaderOfItsOwnFirst() {
        assertThat(PresentedKey.in(Map.of("X-Write-Key", "key-2", "authorization", "Basic " + base64("key-1:"))))
                .contains("key-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic !!!", "Basic a2V5", "Bearer a2V5LTE6"})
    void isNotThereWhenItCannotBeRead(String authorization) {
        assertThat(PresentedKey.in(Map.of("authorization", authorization))).isEmpty();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
