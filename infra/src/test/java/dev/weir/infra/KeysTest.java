package dev.weir.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `infra/ops keys`, which writes the files that the functions read.
class KeysTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private Ops ops;

    @BeforeEach
    void noKeys() throws IOException {
        ops = Ops.in(folder);
        ops.knows("ott-streaming");
        ops.stores("write-keys.json", "{\"keys\":[]}");
        ops.stores("privacy-keys.json", "{\"keys\":[]}");
        ops.stores("pseudonym-keys.json", "{\"current\":1,\"keys\":{\"1\":\"b2xk\"}}");
    }

    @Test
    void printsAKeyAndKeepsItsHashAlone() throws Exception {
        String key = create("ott-streaming", "client");

        JsonNode kept = keys().get(0);
        assertThat(kept.path("sha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8))));
        assertThat(kept.path("product").asText()).isEqualTo("ott-streaming");
        assertThat(kept.path("tenant").asText()).isEqualTo("default");
        assertThat(kept.path("source").asText()).isEqualTo("client");
        assertThat(ops.stored("write-keys.json")).doesNotContain(key);
        assertThat(ops.calls()).noneMatch(call -> call.contains(key));
    }

    @Test
    void keepsTheKeysThatAreThere() throws Exception {
        create("ott-streaming", "client");
        create("thedata", "server", "--tenant", "acme", "--origin", "https://*.example.com", "--origin", "http://a:1");

        assertThat(keys()).hasSize(2);
        assertThat(keys().get(1).path("tenant").asText()).isEqualTo("acme");
        assertThat(keys().get(1).path("origins")).hasSize(2);
    }

    @Test
    void startsTheFunctionsAnewThatReadKeys() throws Exception {
        create("ott-streaming", "client");

        assertThat(ops.calls())
                .filteredOn(call -> call.contains("lambda update-alias"))
                .hasSize(2)
                .allMatch(call -> call.endsWith("--name live --function-version 7"));
    }

    @Test
    void revokesOneAndLeavesTheOthers() throws Exception {
        create("ott-streaming", "client");
        create("ott-streaming", "server");
        String hash = keys().get(0).path("sha256").asText();

        Ops.Run run = ops.typing("y\n").run("keys", "revoke", "production", hash.substring(0, 16));

        assertThat(run.status()).isZero();
        assertThat(keys().get(0).path("revoked").asText()).isNotEmpty();
        assertThat(keys().get(1).has("revoked")).isFalse();
    }

    @Test
    void listsKeysByTheStartOfTheirHash() throws Exception {
        create("ott-streaming", "client");
        create("thedata", "server");

        Ops.Run run = ops.run("keys", "list", "production");

        assertThat(run.output().lines()).hasSize(2);
        assertThat(run.output())
                .contains(keys().get(1).path("sha256").asText().substring(0, 16) + " thedata default server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "zzzzzzzz", "00000000"})
    void revokesNothingByAHashThatIsNotOne(String hash) throws Exception {
        create("ott-streaming", "client");

        Ops.Run run = ops.typing("y\n").run("keys", "revoke", "production", hash);

        assertThat(run.status()).isEqualTo(1);
        assertThat(keys().get(0).has("revoked")).isFalse();
    }

    @Test
    void changesNothingIfItCannotReadWhatIsThere() throws Exception {
        create("ott-streaming", "client");
        ops.answers("write-keys.json -", "!1");

        Ops.Run run = ops.run("keys", "create", "production", "thedata", "server");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("cannot read write-keys.json");
        assertThat(keys()).hasSize(1);
    }

    @Test
    void refusesASourceThatThereIsNot() throws Exception {
        assertThat(ops.run("keys", "create", "production", "thedata", "browser").errors())
                .contains("the source must be client or server, is 'browser'");
    }

    @Test
    void aNewPseudonymKeyIsCurrentAndTheOldOneStays() throws Exception {
        Ops.Run run = ops.typing("y\n").run("keys", "rotate-pseudonyms", "production");

        JsonNode keys = JSON.readTree(ops.stored("pseudonym-keys.json"));
        assertThat(run.status()).isZero();
        assertThat(keys.path("current").asInt()).isEqualTo(2);
        assertThat(keys.at("/keys/1").asText()).isEqualTo("b2xk");
        assertThat(Base64.getDecoder().decode(keys.at("/keys/2").asText())).hasSize(32);
    }

    @Test
    void pseudonymKeysAreInSecretsManagerAloneAndNeverInArguments() throws Exception {
        Ops.Run run = ops.typing("y\n").run("keys", "rotate-pseudonym", "production");

        String made =
                JSON.readTree(ops.stored("pseudonym-keys.json")).at("/keys/2").asText();
        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(ops.calls())
                .anyMatch(call -> call.contains("put-secret-value --secret-id weir-production-pseudonym-keys"))
                .noneMatch(call -> call.contains("s3 cp") || call.contains(made) || call.contains("b2xk"));
    }

    @Test
    void findsPeopleByANewPseudonymKeyBeforeAnythingIsMadeWithIt() throws Exception {
        ops.typing("y\n").run("keys", "rotate-pseudonyms", "production");

        assertThat(restarted()).containsExactly("weir-production-privacy-api", "weir-production-collector");
    }

    @Test
    void restartsAllFunctionsThatReadKeysAndChangesNoKey() throws Exception {
        Path template = Path.of(System.getProperty("weir.root"), "infra/src/test/golden/production/app.json");
        List<String> readers = JSON.readTree(template.toFile()).path("Resources").findParents("FunctionName").stream()
                .filter(function -> function.at("/Environment/Variables").has("WEIR_SETTINGS_FILES")
                        || function.at("/Environment/Variables").has("WEIR_PSEUDONYM_KEYS"))
                .map(function -> function.path("FunctionName").asText())
                .toList();

        Ops.Run run = ops.run("keys", "restart", "production");

        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(restarted()).containsExactlyInAnyOrderElementsOf(readers);
        assertThat(restarted().getFirst()).isEqualTo("weir-production-privacy-api");
        assertThat(ops.calls()).noneMatch(call -> call.contains("s3 cp") || call.contains("secretsmanager"));
    }

    @Test
    void aPrivacyKeyIsNoWriteKey() throws Exception {
        String key = create("thedata", "privacy", "--tenant", "acme");

        JsonNode kept = JSON.readTree(ops.stored("privacy-keys.json")).path("keys");
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).path("sha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8))));
        assertThat(kept.get(0).path("product").asText()).isEqualTo("thedata");
        assertThat(kept.get(0).path("tenant").asText()).isEqualTo("acme");
        assertThat(kept.get(0).has("source")).isFalse();
        assertThat(keys()).isEmpty();
        assertThat(restarted()).containsExactly("weir-production-privacy-api");
    }

    @Test
    void listsPrivacyKeysToo() throws Exception {
        create("ott-streaming", "client");
        create("thedata", "privacy");

        assertThat(ops.run("keys", "list", "production").output().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains(" thedata default privacy"));
    }

    @Test
    void aRevokedPrivacyKeyIsGone() throws Exception {
        create("ott-streaming", "client");
        create("thedata", "privacy");
        String hash = JSON.readTree(ops.stored("privacy-keys.json"))
                .at("/keys/0/sha256")
                .asText();

        Ops.Run run = ops.typing("y\n").run("keys", "revoke", "production", hash.substring(0, 16));

        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(JSON.readTree(ops.stored("privacy-keys.json")).path("keys")).isEmpty();
        assertThat(keys().get(0).has("revoked")).isFalse();
    }

    @Test
    void refusesAPrivacyKeyForPages() throws Exception {
        assertThat(ops.run("keys", "create", "production", "thedata", "privacy", "--origin", "https://a.example")
                        .errors())
                .contains("a privacy key has no origins");
    }

    @Test
    void printsThePublicHalfOfTheEvidenceKeyAlone() throws Exception {
        ops.stores("evidence-key.json", "{\"public\":\"cHVi\",\"private\":\"c2VjcmV0\"}");

        assertThat(ops.run("keys", "evidence", "production").output()).isEqualTo("{\"public\":\"cHVi\"}\n");
    }

    private List<String> restarted() throws IOException {
        return ops.calls().stream()
                .filter(call -> call.contains("lambda update-alias"))
                .map(call -> call.replaceFirst(".*--function-name ([^ ]+) .*", "$1"))
                .toList();
    }

    private String create(String product, String source, String... more) throws Exception {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(new String[] {"keys", "create", "production", product, source}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        Ops.Run run = ops.run(arguments);
        assertThat(run.status()).as(run.errors()).isZero();
        return run.output().strip();
    }

    private JsonNode keys() throws IOException {
        return JSON.readTree(ops.stored("write-keys.json")).path("keys");
    }
}
