package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.weir.core.privacy.PseudonymKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class KeyPlaceTest {

    private static final String ARN = "arn:aws:secretsmanager:eu-central-1:000000000000:secret:weir-keys";
    private static final String KEYS =
            "{\"current\": 2, \"keys\": {\"1\": \"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\", \"2\": \"AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"}}";

    @TempDir
    Path folder;

    private HttpServer manager;
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void start() throws IOException {
        manager = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        manager.createContext("/", exchange -> {
            boolean asked = "secretsmanager.GetSecretValue"
                            .equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                    && new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).contains(ARN);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(asked ? status : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        manager.start();
    }

    @AfterEach
    void stop() {
        manager.stop(0);
    }

    private SecretsManagerClient client() {
        return SecretsManagerClient.builder()
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + manager.getAddress().getPort()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
    }

    @Test
    void readsAFileWithoutAskingSecretsManager() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), KEYS);

        PseudonymKeys keys = KeyPlace.of(file.toString()).read(() -> {
            throw new AssertionError("nobody needs a client");
        });

        assertThat(keys).hasToString("PseudonymKeys[versions [1, 2], current 2]");
    }

    @Test
    void readsASecret() {
        answer = "{\"ARN\":\"" + ARN + "\",\"SecretString\":\"" + KEYS.replace("\"", "\\\"") + "\"}";

        assertThat(KeyPlace.of(ARN).read(this::client)).hasToString("PseudonymKeys[versions [1, 2], current 2]");
    }

    @Test
    void saysThatASecretOfBytesIsNone() {
        answer = "{\"ARN\":\"" + ARN + "\",\"SecretBinary\":\"AAAA\"}";

        assertThatThrownBy(() -> KeyPlace.of(ARN).read(this::client))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("store them as text");
    }

    @Test
    void namesTheSettingOfASecretThatMayNotBeRead() {
        status = 400;
        answer = "{\"__type\":\"AccessDeniedException\",\"message\":\"no\"}";

        assertThatThrownBy(() -> KeyPlace.of(ARN).read(this::client))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("pseudonym keys: cannot read the secret that WEIR_PSEUDONYM_KEYS names");
    }
}
