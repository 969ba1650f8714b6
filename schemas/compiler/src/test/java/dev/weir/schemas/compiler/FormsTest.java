package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.EventSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormsTest {

    @TempDir
    Path folder;

    private JsonNode catalog;
    private JsonNode product;

    @BeforeEach
    void compileAProductOfManyForms() throws IOException {
        catalog = switch (ManyForms.addedTo(new SchemaTree(folder)).compile()) {
            case Compilation.Compiled compiled -> compiled.catalog();
            case Compilation.Broken broken -> throw new AssertionError(broken.problems());
        };
        product = catalog.at("/products/many");
    }

    @Test
    void compilesAFormOfOneEventWhosePropertiesAreTheWholeEvent() {
        assertThat(withoutSchema(0)).isEqualTo(json("""
                {"name": "performance",
                 "when": [{"at": "/event_type", "in": ["performance", 7, true]}, {"at": "/metric_id", "present": false}],
                 "event": "performance", "properties": "", "client_timestamp": "/timestamp",
                 "identities": {"session": "/context/session_id", "device": "/device"},
                 "consent": {"telemetry": "/consent/telemetry"},
                 "context": {"platform": "/platform", "community_id": "/place/community"},
                 "taken": ["device", "event_type", "platform", "timestamp"]}
                """));
    }

    @Test
    void compilesAFormOfEventsThatSayTheirNames() {
        assertThat(withoutSchema(1)).isEqualTo(json("""
                {"name": "named", "when": [], "event_name": "/name", "event_id": "/id",
                 "schema_version": "/data/version", "properties": "/data",
                 "identities": {"user": "/who", "anonymous": "/visitor"},
                 "consent": {"ads": "/ads", "chats": "/chats"}, "context": {"community_id": "/community"}}
                """));
    }

    @Test
    void compilesADialectOfOneFormAsTheFormThatIsAlwaysTaken() {
        JsonNode forms = catalog.at("/products/ott-streaming/dialect/forms");

        assertThat(forms).hasSize(1);
        assertThat(forms.at("/0/name").asText()).isEqualTo("default");
        assertThat(forms.at("/0/when")).isEqualTo(json("[]"));
        assertThat(forms.at("/0/event_name").asText()).isEqualTo("/event_name");
        assertThat(forms.at("/0").has("taken")).isFalse();
    }

    @Test
    void leavesPropertiesThatAreTheWholeEventToTheEventsOwnSchema() {
        assertThat(violations(0, """
                {"timestamp": "2026-02-08T14:30:00Z", "context": {"session_id": "s", "view": 1}, "place": {"community": 1},
                 "labels": {"a": "b"}, "measurements": "many"}
                """)).isEmpty();
        assertThat(violations(0, """
                {"context": {"session_id": 5}, "platform": 1}
                """)).containsExactlyInAnyOrder("/timestamp", "/context/session_id", "/platform");
    }

    @Test
    void takesNumbersForTheIdentitiesThatAreSaidToBeNumeric() {
        assertThat(violations(1, "{\"id\": \"e\", \"name\": \"chat\", \"data\": {\"version\": 1}, \"who\": 0}"))
                .isEmpty();
        assertThat(violations(1, "{\"id\": \"e\", \"name\": \"chat\", \"data\": {\"version\": 1}, \"who\": null}"))
                .isEmpty();
        assertThat(violations(1, """
                {"id": "e", "name": "chat", "data": {"version": 1}, "who": "12", "visitor": 12}
                """)).containsExactlyInAnyOrder("/who", "/visitor");
        assertThat(violations(1, "{\"id\": \"e\", \"name\": \"chat\", \"data\": {\"version\": 1}, \"who\": -1}"))
                .containsExactly("/who");
    }

    @Test
    void readsAVersionThatIsAmongTheProperties() {
        assertThat(violations(1, "{\"id\": \"e\", \"name\": \"chat\", \"data\": {\"version\": \"1\", \"more\": 1}}"))
                .containsExactly("/data/version");
        assertThat(violations(1, "{\"id\": \"e\", \"name\": \"chat\"}")).containsExactly("/data");
    }

    @Test
    void takesACommunityByNumberOrByName() {
        assertThat(violations(1, event("\"community\": 1"))).isEmpty();
        assertThat(violations(1, event("\"community\": \"north\""))).isEmpty();
        assertThat(violations(1, event("\"community\": null"))).isEmpty();
        assertThat(violations(1, event("\"community\": 1.5"))).containsExactly("/community");
        assertThat(violations(1, event("\"community\": \"no such thing\""))).containsExactly("/community");
        assertThat(catalog.path("envelope")).contains(json("""
                {"name": "community_id", "type": "string", "nullable": true}
                """));
    }

    @Test
    void compilesThePoliciesOfMembersAtAnyDepth() {
        assertThat(product.at("/events/performance/1/properties")).isEqualTo(json("""
                {"deviceInfo": {"privacy": "none", "properties": {"type": {"privacy": "quasi"}}},
                 "measurements": {"privacy": "none", "items": {"name": {"privacy": "none"}}},
                 "context": {"privacy": "none",
                   "properties": {"session_id": {"privacy": "identifier", "identity": "session"}}},
                 "labels": {"privacy": "free_text", "open": true},
                 "marks": {"privacy": "none"}}
                """));
    }

    @Test
    void compilesSamplingOnlyWhereItIsAskedFor() {
        assertThat(product.at("/events/performance/1/sampling").asInt()).isEqualTo(10);
        assertThat(product.at("/events/chat/1").has("sampling")).isFalse();
        assertThat(product.at("/events/performance/1").has("origin")).isFalse();
    }

    @Test
    void compilesWhatBecomesOfEventsWithoutConsent() {
        assertThat(product.path("consent")).isEqualTo(json("""
                {"opt_out": [], "tagged": ["ads"], "without": {"telemetry": "anonymise"}}
                """));
    }

    @Test
    void compilesTheLimitOfAPayloadOnlyWhereThereIsOne() {
        assertThat(product.path("limits")).isEqualTo(json("""
                {"events": 10, "bytes": 102400, "clock_skew_seconds": 300, "payload_bytes": 2048}
                """));
        assertThat(catalog.at("/products/ott-streaming/limits").has("payload_bytes"))
                .isFalse();
    }

    private static String event(String more) {
        return "{\"id\": \"e\", \"name\": \"chat\", \"data\": {\"version\": 1}, " + more + "}";
    }

    private List<String> violations(int form, String event) {
        return new EventSchema(form(form).path("schema"))
                .check(json(event), "").stream()
                        .map(violation -> violation.pointer())
                        .distinct()
                        .toList();
    }

    private JsonNode withoutSchema(int form) {
        return form(form).<ObjectNode>deepCopy().without("schema");
    }

    private JsonNode form(int form) {
        return product.at("/dialect/forms/" + form);
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
