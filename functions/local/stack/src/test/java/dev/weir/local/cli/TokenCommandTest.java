package dev.weir.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandTest {

    @TempDir
    Path folder;

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void standardOutputHasTheTokenAndNothingElse() {
        assertThat(run("--product", "ott-streaming")).isZero();

        assertThat(output.toString().strip()).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void optionsBecomeClaims() throws IOException {
        run(
                "--product",
                "ott-streaming",
                "--user",
                "u1",
                "--tenant",
                "t1",
                "--kids",
                "--expires",
                "PT5M",
                "--consent",
                "analytics=false,personalization=true",
                "--claim",
                "device_type=tv",
                "--claim",
                "n={\"a\":1}");

        JsonNode claims = part(1);
        assertThat(claims.path("iss").asText()).isEqualTo("weir-local");
        assertThat(claims.path("aud").asText()).isEqualTo("ott-streaming");
        assertThat(claims.path("sub").asText()).isEqualTo("u1");
        assertThat(claims.path("tenant").asText()).isEqualTo("t1");
        assertThat(claims.path("kids").asBoolean()).isTrue();
        assertThat(claims.path("consent").toString()).isEqualTo("{\"analytics\":false,\"personalization\":true}");
        assertThat(claims.path("device_type").asText()).isEqualTo("tv");
        assertThat(claims.at("/n/a").asInt()).isEqualTo(1);
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    }

    @Test
    void aTokenMayHaveExpiredAndAClaimMayBeWrong() throws IOException {
        run("--product", "ott-streaming", "--expires=-PT1H", "--claim", "aud=else");

        assertThat(part(1).path("exp").asLong()).isLessThan(System.currentTimeMillis() / 1000 - 3_000);
        assertThat(part(1).path("iat").asLong()).isEqualTo(part(1).path("exp").asLong());
        assertThat(part(1).path("aud").asText()).isEqualTo("else");
    }

    @Test
    void theKeyStaysWithTheFolder() throws IOException {
        run("--product", "ott-streaming");
        String first = part(0).toString();
        output.getBuffer().setLength(0);
        run("--product", "thedata");

        assertThat(part(0).toString()).isEqualTo(first).contains("\"alg\":\"ES256\"", "\"typ\":\"at+jwt\"");
    }

    @Test
    void aKeyThatIsNoneIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/token-key.json"), "{}");

        assertThat(run("--product", "ott-streaming")).isEqualTo(1);
        assertThat(errors.toString()).contains("token-key.json is no key for tokens; delete it, and a new one is made");
    }

    @Test
    void saysWhichProductsAndPurposesThereAre() {
        assertThat(run("--product", "shop")).isEqualTo(1);
        assertThat(errors.toString())
                .startsWith("weir: there is no product shop; there are ")
                .contains("ott-streaming");
        assertThat(run("--product", "ott-streaming", "--consent", "profiling=true"))
                .isEqualTo(1);
        assertThat(errors.toString())
                .contains("ott-streaming asks for no consent to profiling; it does for ad_targeting, ");
        assertThat(run("--product", "ott-streaming", "--consent", "analytics=perhaps"))
                .isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(output.toString()).isEmpty();
    }

    private JsonNode part(int index) throws IOException {
        return new JsonMapper()
                .readTree(
                        Base64.getUrlDecoder().decode(output.toString().strip().split("\\.", -1)[index]));
    }

    private int run(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "token";
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[options.length + 1] = "--data";
        arguments[options.length + 2] = folder.toString();
        return Weir.commandLine()
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
