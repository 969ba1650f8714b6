package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.EventSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCompilerTest {

    private static final Compilation.Compiled COMPILED = compiled(CatalogCompiler.compile(SchemaTree.SCHEMAS));
    private static final JsonNode OTT = COMPILED.catalog().at("/products/ott-streaming");

    @TempDir
    Path folder;

    @Test
    void compilesTheNavigationAndPlaybackEvents() {
        assertThat(names(OTT.path("events")))
                .contains(
                        "app.launch",
                        "app.background",
                        "app.foreground",
                        "screen.view",
                        "screen.leave",
                        "playback.requested",
                        "playback.started",
                        "playback.heartbeat",
                        "playback.paused",
                        "playback.resumed",
                        "playback.seeked",
                        "playback.quality_changed",
                        "playback.rebuffer",
                        "playback.error",
                        "playback.stopped");
    }

    @Test
    void takesThePolicyOfAPropertyFromTheTypeThatItRefersTo() {
        JsonNode properties = OTT.at("/events/playback.heartbeat/1/properties");

        assertThat(properties.path("session_id"))
                .isEqualTo(json("{\"privacy\": \"identifier\", \"identity\": \"session\"}"));
        assertThat(properties.path("position_ms")).isEqualTo(json("{\"privacy\": \"none\"}"));
        assertThat(OTT.at("/events/playback.error/1/properties/error_message/privacy")
                        .asText())
                .isEqualTo("free_text");
    }

    @Test
    void compilesSchemasThatReferToNothing() {
        assertThat(COMPILED.catalog().toString()).doesNotContain("$ref");
    }

    @Test
    void keepsTheWordsOfThePropertyAndTheRulesOfItsType() {
        JsonNode property = OTT.at("/events/playback.rebuffer/1/schema/properties/bitrate_at_rebuffer");

        assertThat(property.path("description").asText()).startsWith("Bitrate at which it stalled");
        assertThat(property.path("maximum").asInt()).isEqualTo(1_000_000);
    }

    @Test
    void composesTheSchemaOfAnEnvelopeThatTakesTheSamplesOfTheDocument() throws IOException {
        Path sample =
                SchemaTree.REPOSITORY.resolve("events-samples/ott-streaming/envelope/document-example.request.json");

        assertThat(envelope().check(json(Files.readString(sample)), "")).isEmpty();
    }

    @Test
    void composesTheSchemaOfAnEnvelopeThatTakesNullForAllButWhatIsRequired() {
        JsonNode event = json("""
                {"event_id": "e1", "event_name": "app.launch", "session_id": "s1", "user_id": null, "platform": null,
                 "client_timestamp": null, "consent": null, "somewhere": {"else": 1}}
                """);

        assertThat(envelope().check(event, "")).isEmpty();
    }

    @Test
    void composesTheSchemaOfAnEnvelopeThatReportsEachPlaceByItsPointer() {
        JsonNode event = json("""
                {"event_id": "no spaces", "event_name": "app.launch", "session_id": null, "user_id": 7,
                 "consent": {"analytics": "yes"}, "market": "GBR", "properties": null}
                """);

        assertThat(envelope().check(event, ""))
                .extracting(violation -> violation.pointer())
                .containsExactlyInAnyOrder(
                        "/event_id", "/session_id", "/user_id", "/consent/analytics", "/market", "/properties");
    }

    @Test
    void requiresWhatARequiredPlaceIsIn() throws IOException {
        SchemaTree tree = new SchemaTree(folder)
                .replacing("ott-streaming/product.yaml", "session: /session_id", "session: /ids/session")
                .replacing("ott-streaming/product.yaml", "- /session_id", "- /ids/session");
        JsonNode schema = compiled(tree.compile()).catalog().at("/products/ott-streaming/dialect/forms/0/schema");

        assertThat(new EventSchema(schema).check(json("{\"event_id\": \"e\", \"event_name\": \"n\"}"), ""))
                .extracting(violation -> violation.pointer())
                .containsExactly("/ids");
        assertThat(schema.at("/properties/ids/required/0").asText()).isEqualTo("session");
    }

    @Test
    void compilesWhatTheProductDecidesOnce() {
        assertThat(OTT.path("limits")).isEqualTo(json("""
                        {"events": 20, "bytes": 102400, "clock_skew_seconds": 300,
                         "rate": {"requests_per_second": 5000, "events_per_second": 50000, "burst_seconds": 10,
                                  "events_per_day": 1000000000}}"""));
        assertThat(OTT.at("/consent/region_field").asText()).isEqualTo("market");
        assertThat(OTT.at("/consent/opt_out")).isEqualTo(json("[\"US\"]"));
        assertThat(OTT.at("/retention/standard").asText()).isEqualTo("P365D");
        assertThat(OTT.path("counters")).contains(json("""
                {"name": "events_per_minute", "events": [], "window": "PT1M", "by": ["event_name", "platform"],
                 "keep": "P35D"}
                """));
    }

    @Test
    void writesAnEnvelopeThatAvroReads() {
        Schema avro = new Schema.Parser().parse(COMPILED.avro().toString());

        assertThat(avro.getFullName()).isEqualTo("dev.weir.events.EventEnvelope");
        assertThat(avro.getFields())
                .hasSize(COMPILED.catalog().path("envelope").size() + 1)
                .last()
                .returns("properties", Schema.Field::name);
        assertThat(avro.getField("subject").schema().getTypes())
                .isEqualTo(avro.getField("session_id").schema().getTypes());
        assertThat(avro.getField("user_id").schema().getTypes().get(1).getFixedSize())
                .isEqualTo(16);
        assertThat(avro.getField("event_timestamp").schema().getLogicalType().getName())
                .isEqualTo("timestamp-millis");
    }

    @Test
    void givesTheSameBytesForTheSameSourcesInAnotherOrder() throws IOException {
        SchemaTree tree = new SchemaTree(folder);
        String file = "ott-streaming/events/app.launch/1.json";
        JsonNode title = json(Files.readString(folder.resolve(file))).path("title");
        tree.without(file, "/title").with(file, "/title", title.toString());

        assertThat(Canonical.bytes(ott(tree))).isEqualTo(Canonical.bytes(OTT));
    }

    @Test
    void namesAnotherPolicyForTheSmallestChange() throws IOException {
        SchemaTree tree = new SchemaTree(folder);
        String before = policy(tree);
        tree.with("ott-streaming/types.json", "/$defs/percent/maximum", "101");

        assertThat(policy(tree)).matches("[0-9a-f]{12}").isNotEqualTo(before);
    }

    @Test
    void fingerprintsEverythingButTheFingerprint() {
        ObjectNode rest = COMPILED.catalog().deepCopy();
        rest.remove("policy");

        assertThat(COMPILED.catalog().path("policy").asText()).isEqualTo(Canonical.fingerprint(rest));
    }

    private static String policy(SchemaTree tree) {
        return compiled(tree.compile()).catalog().path("policy").asText();
    }

    private static JsonNode ott(SchemaTree tree) {
        return compiled(tree.compile()).catalog().at("/products/ott-streaming");
    }

    private static EventSchema envelope() {
        return new EventSchema(OTT.at("/dialect/forms/0/schema"));
    }

    private static Compilation.Compiled compiled(Compilation compilation) {
        return switch (compilation) {
            case Compilation.Compiled compiled -> compiled;
            case Compilation.Broken broken -> throw new AssertionError(broken.problems());
        };
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
