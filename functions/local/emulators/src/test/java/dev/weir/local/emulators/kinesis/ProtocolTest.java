package dev.weir.local.emulators.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.local.emulators.SettableClock;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {
    private static final String JSON = "application/x-amz-json-1.1";

    @TempDir
    Path data;

    private KinesisServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        server = KinesisServer.start(data, 0, new SettableClock());
        server.streams().createIfMissing("events", 1);
    }

    @AfterEach
    void stop() throws Exception {
        http.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{",
                "{\"StreamName\":",
                "{\"StreamName\":7,\"PartitionKey\":\"k\",\"Data\":\"\"}",
                "{\"StreamName\":\"events\",\"PartitionKey\":{},\"Data\":\"\"}",
                "{\"StreamName\":\"events\",\"PartitionKey\":\"k\",\"Data\":\"%%%\"}",
                "{\"StreamName\":\"events\",\"PartitionKey\":\"k\",\"Data\":[1]}"
            })
    void aBodyThatCannotBeReadIsASerializationException(String body) throws Exception {
        assertError(send("PutRecord", JSON, body.getBytes(StandardCharsets.UTF_8)), 400, "SerializationException");
    }

    @Test
    void deepNestingIsASerializationException() throws Exception {
        byte[] body = ("{\"Records\":" + "[".repeat(10_000)).getBytes(StandardCharsets.UTF_8);

        assertError(send("PutRecords", JSON, body), 400, "SerializationException");
    }

    @Test
    void aMissingMemberIsAValidationException() throws Exception {
        byte[] body = "{\"StreamName\":\"events\",\"Data\":\"\"}".getBytes(StandardCharsets.UTF_8);

        assertError(send("PutRecord", JSON, body), 400, "ValidationException");
    }

    @Test
    void brokenCborIsASerializationExceptionInCbor() throws Exception {
        var answer = send("PutRecord", "application/x-amz-cbor-1.1", new byte[] {(byte) 0xbf, 0x61});

        assertError(answer, 400, "SerializationException");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-amz-cbor-1.1");
    }

    @Test
    void anUnknownActionSaysSo() throws Exception {
        assertError(send("Fly", JSON, "{}".getBytes(StandardCharsets.UTF_8)), 400, "UnknownOperationException");
    }

    @Test
    void aBodyPastAllLimitsIsTooLarge() throws Exception {
        assertError(send("PutRecords", JSON, new byte[(16 << 20) + 1]), 413, "RequestEntityTooLarge");
    }

    @Test
    void keepsThePartitionKeyAndTheDataOutOfItsMessages() throws Exception {
        String body = "{\"StreamName\":\"events\",\"PartitionKey\":\"" + "secret".repeat(50) + "\",\"Data\":\"\"}";

        var answer = send("PutRecord", JSON, body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.body()).contains("partitionKey").doesNotContain("secret");
    }

    private HttpResponse<String> send(String action, String type, byte[] body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(server.endpoint())
                        .header("Content-Type", type)
                        .header("X-Amz-Target", "Kinesis_20131202." + action)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void assertError(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("x-amzn-errortype")).contains(code);
        assertThat(answer.body()).contains("__type").contains(code);
    }
}
