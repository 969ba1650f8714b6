package dev.weir.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.event.Credential;
import dev.weir.core.event.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteKeysTest {

    @TempDir
    Path folder;

    @Test
    void knowsAKeyByItsHash() throws IOException {
        Path file = Files.writeString(folder.resolve("write-keys.json"), """
                {"keys": [{"sha256": "%s", "product": "shop", "tenant": "acme", "source": "server"}]}""".formatted(WriteKeys.hash("a-key")));

        WriteKeys keys = WriteKeys.read(file);

        assertThat(keys.find("a-key")).hasValue(new Credential("shop", "acme", Source.SERVER));
        assertThat(keys.find("another")).isEmpty();
    }

    @Test
    void namesWhatAKeyLacks() throws IOException {
        Path file = Files.writeString(folder.resolve("write-keys.json"), "{\"keys\": [{\"sha256\": \"00\"}]}");

        assertThatThrownBy(() -> WriteKeys.read(file)).hasMessage("write keys: a key lacks 'product'");
    }
}
