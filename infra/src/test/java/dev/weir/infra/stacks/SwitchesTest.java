package dev.weir.infra.stacks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.infra.environment.EnvironmentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an environment may switch on, and no shipped one has.
class SwitchesTest {

    private static final String LAYER = "arn:aws:lambda:eu-central-1:123456789012:layer:weir-lookups:1";

    @TempDir
    private Path folder;

    @Test
    void nobodyIsAuthorizedByTheApiUnlessTheEnvironmentSaysSo() {
        assertThat(routes(Templates.production("app")))
                .allMatch(route -> route.path("AuthorizationType").asText().equals("NONE"));
    }

    @Test
    void tokensAreVerifiedWhereEventsComeInAndNowhereElse() throws IOException {
        JsonNode app = app(
                "api: http", "api: http\n  jwt-authorizer: {issuer: 'https://login.example.com/', audiences: [weir]}");

        assertThat(routes(app)
                        .filter(route ->
                                route.path("AuthorizationType").asText().equals("JWT")))
                .singleElement()
                .returns("POST /v1/events", route -> route.path("RouteKey").asText())
                .matches(route -> route.path("AuthorizerId").has("Ref"));
        assertThat(Templates.resources(app, "AWS::ApiGatewayV2::Authorizer").values())
                .singleElement()
                .returns(
                        "https://login.example.com/",
                        tokens ->
                                tokens.at("/Properties/JwtConfiguration/Issuer").asText())
                .returns(
                        "weir",
                        tokens -> tokens.at("/Properties/JwtConfiguration/Audience/0")
                                .asText());
    }

    @Test
    void theCollectorFindsWhatTheLayerHas() throws IOException {
        JsonNode app =
                app("enrichment: {}", "enrichment: {layer: '" + LAYER + "', geo-database: geo.mmdb, lookups: tables}");

        JsonNode collector = function(app, "collector");
        assertThat(collector.at("/Layers/0").asText()).isEqualTo(LAYER);
        assertThat(collector.at("/Environment/Variables/WEIR_GEO_DATABASE").asText())
                .isEqualTo("/opt/geo.mmdb");
        assertThat(collector.at("/Environment/Variables/WEIR_LOOKUPS").asText()).isEqualTo("/opt/tables");
        assertThat(function(app, "lake-writer").has("Layers")).isFalse();
    }

    @Test
    void anotherLayerMakesAnotherVersion() throws IOException {
        String with = "enrichment: {layer: '" + LAYER + "', lookups: tables}";

        assertThat(version(app("enrichment: {}", with)))
                .isNotEqualTo(version(app("enrichment: {}", with.replace(":1'", ":2'"))));
    }

    private JsonNode app(String line, String instead) throws IOException {
        String shipped = Files.readString(Templates.root().resolve("infra/environments/production.yaml"));
        Path file = Files.writeString(folder.resolve("production.yaml"), shipped.replace(line, instead));
        return requireNonNull(Templates.synthesise(EnvironmentFile.read(file)).get("app"));
    }

    private static String version(JsonNode app) {
        return Templates.resources(app, "AWS::Lambda::Version").keySet().stream()
                .filter(id -> id.startsWith("collectorVersion"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode function(JsonNode app, String name) {
        return Templates.resources(app, "AWS::Lambda::Function").values().stream()
                .map(one -> one.path("Properties"))
                .filter(one -> one.path("FunctionName").asText().equals("weir-production-" + name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> routes(JsonNode app) {
        return Templates.resources(app, "AWS::ApiGatewayV2::Route").values().stream()
                .map(route -> route.path("Properties"));
    }
}
