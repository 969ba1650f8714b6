package dev.weir.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.intake.WriteKeys;
import dev.weir.core.privacy.PseudonymKeys;
import dev.weir.core.privacy.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The door of privacy requests, over the real table.
class DeskHandlerTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-02-08T15:00:00Z");
    private static final String ACCESS = "{\"type\":\"access\",\"subject\":{\"kind\":\"user\",\"id\":\"ana\"}}";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // started before each test
    private Tables tables;

    @SuppressWarnings("NullAway.Init")
    private RequestTable requests;

    @BeforeEach
    void start() throws Exception {
        tables = new Tables(Files.createDirectory(folder.resolve("dynamodb")));
        requests = new RequestTable(tables.client, Tables.TABLE);
    }

    @AfterEach
    void stop() {
        tables.close();
    }

    @Test
    void aRequestIsTakenAndItsStatusIsToldUntilItIsDueAndBeyond() throws Exception {
        JsonNode taken = handler(NOW).desk(post("X-Write-Key", "key", ACCESS));

        assertThat(taken.path("statusCode").asInt()).isEqualTo(202);
        JsonNode told = json(taken);
        assertThat(told.path("due_at").asText()).isEqualTo("2026-02-11T15:00:00Z");
        assertThat(told.path("overdue").asBoolean()).isFalse();
        JsonNode later = json(
                handler(NOW.plusSeconds(72 * 3600 + 1)).desk(get(told.path("id").asText())));
        assertThat(later.path("status").asText()).isEqualTo("queued");
        assertThat(later.path("overdue").asBoolean()).isTrue();
        assertThat(later.has("export")).isFalse();
    }

    @Test
    void aFileIsToldAsALinkThatIsMadeAnew() throws Exception {
        String id = json(handler(NOW).desk(post("x-write-key", "key", ACCESS)))
                .path("id")
                .asText();
        Request request = requests.find(id).orElseThrow();
        requests.change(request.with(
                new Progress(Status.COMPLETE, NOW, new Progress.Result(3, 2, "evidence/1", "", "exports/random.zip"))));

        JsonNode status = json(handler(NOW).desk(get(id)));

        assertThat(status.path("events").asInt()).isEqualTo(2);
        assertThat(status.at("/export/state").asText()).isEqualTo("ready");
        assertThat(status.at("/export/url").asText()).isEqualTo("signed exports/random.zip as access.zip");
        assertThat(status.at("/export/url_expires_at").asText()).isEqualTo("2026-02-08T15:15:00Z");
    }

    @Test
    void aRequestByARestApiIsTakenToo() throws Exception {
        ObjectNode opened =
                JSON.createObjectNode().put("resource", "/v1/privacy/requests").put("httpMethod", "POST");
        opened.putObject("multiValueHeaders").putArray("X-Write-Key").add("key");
        opened.put("body", Base64.getEncoder().encodeToString(ACCESS.getBytes(StandardCharsets.UTF_8)));
        opened.put("isBase64Encoded", true);

        JsonNode taken = handler(NOW).desk(opened);

        assertThat(taken.path("statusCode").asInt()).isEqualTo(202);
        ObjectNode asked = get(json(taken).path("id").asText()).put("httpMethod", "GET");
        asked.putNull("multiValueHeaders").put("resource", "/v1/privacy/requests/{id}");
        assertThat(json(handler(NOW).desk(asked)).path("status").asText()).isEqualTo("queued");
    }

    @Test
    void whatIsWrongIsAProblemWithItsFieldAndRule() throws Exception {
        JsonNode refused = handler(NOW)
                .desk(post("x-write-key", "key", ACCESS.replace("}}", "},\"scope\":{\"purposes\":[\"fun\"]}}")));

        assertThat(refused.path("statusCode").asInt()).isEqualTo(400);
        assertThat(refused.at("/headers/content-type").asText()).isEqualTo("application/problem+json");
        assertThat(json(refused).path("field").asText()).isEqualTo("scope.purposes");
        assertThat(json(refused).path("detail").asText()).contains("ad_targeting");
    }

    @Test
    void aWriteKeyIsNoPrivacyKey() throws Exception {
        JsonNode refused = handler(NOW).desk(post("x-write-key", "write-key", ACCESS));

        assertThat(refused.path("statusCode").asInt()).isEqualTo(401);
        assertThat(refused.at("/headers/www-authenticate").asText()).startsWith("Basic ");
        assertThat(requests.open()).isEmpty();
    }

    private DeskHandler handler(Instant now) throws Exception {
        Path keys = folder.resolve("keys.json");
        Files.writeString(
                keys,
                "{\"keys\":[{\"sha256\":\"" + WriteKeys.hash("key")
                        + "\",\"product\":\"ott-streaming\",\"tenant\":\"acme\"}]}");
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Pseudonyms pseudonyms = new Pseudonyms(new PseudonymKeys(1, Map.of(1, new byte[32])));
        Desk desk = new Desk(PrivacyKeys.read(keys), new DemandReader(Catalog.load()), pseudonyms, requests, clock);
        return new DeskHandler(
                desk, new StatusJson(new ExportLinks((object, file) -> "signed " + object + " as " + file), clock));
    }

    private static ObjectNode post(String header, String key, String body) {
        ObjectNode event = JSON.createObjectNode().put("body", body);
        event.putObject("headers").put(header, key);
        return event;
    }

    private static ObjectNode get(String id) {
        ObjectNode event = JSON.createObjectNode();
        event.putObject("headers").put("x-write-key", "key");
        event.putObject("pathParameters").put("id", id);
        return event;
    }

    private static JsonNode json(JsonNode response) throws Exception {
        return JSON.readTree(response.path("body").asText());
    }
}
