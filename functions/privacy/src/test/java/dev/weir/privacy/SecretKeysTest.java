package dev.weir.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

class SecretKeysTest {

    private static final String ARN = "arn:aws:secretsmanager:eu-central-1:000000000000:secret:weir-keys-abcdef";
    private static final String KEYS =
            "{\"current\": 1, \"keys\": {\"1\": \"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"}}";

    @TempDir
    Path folder;

    @Test
    void readsAFileWithoutAskingSecretsManager() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), KEYS);

        assertThat(SecretKeys.read(file.toString(), () -> {
                    throw new AssertionError("nobody needs a client");
                }))
                .hasToString("PseudonymKeys[versions [1], current 1]");
    }

    @Test
    void readsASecret() {
        GetSecretValueResponse answer =
                GetSecretValueResponse.builder().secretString(KEYS).build();

        assertThat(SecretKeys.read(ARN, () -> new Secrets(answer)))
                .hasToString("PseudonymKeys[versions [1], current 1]");
    }

    @Test
    void saysThatASecretWithoutTextIsNone() {
        GetSecretValueResponse empty = GetSecretValueResponse.builder().build();

        assertThatThrownBy(() -> SecretKeys.read(ARN, () -> new Secrets(empty)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("holds no text");
    }

    @Test
    void namesTheSettingOfASecretThatMayNotBeRead() {
        GetSecretValueResponse any = GetSecretValueResponse.builder().build();

        assertThatThrownBy(() -> SecretKeys.read("arn:other", () -> new Secrets(any)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("pseudonym keys: cannot read the secret that WEIR_PSEUDONYM_KEYS names");
    }

    /// Knows one secret.
    private record Secrets(GetSecretValueResponse answer) implements SecretsManagerClient {

        @Override
        public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
            if (!request.secretId().equals(ARN)) {
                throw SecretsManagerException.builder().message("no").build();
            }
            return answer;
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
