package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an editor underlines: a source that is fine, with one mistake in it.
class MetaMistakesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/name; 7",
                "/nmae; 'x'",
                "/title; ''",
                "/limits/events; 0",
                "/limits/clock_skew; '5 minutes'",
                "/retention/standard; '1 year'",
                "/retention; {}",
                "/consent/opt_out/0; 'USA'",
                "/consent/without; {'analytics': 'keep'}",
                "/counters/events_per_minute/windw; 'PT1M'",
                "/dialect/event_name; 'event_name'",
                "/dialect/identities/person; '/user_id'",
                "/dialect/evnet_id; '/event_id'",
                "/dialect/forms; [{'name': 'f', 'event_name': '/n'}]"
            })
    void findsMistakesInAProduct(String at, String value) throws IOException {
        assertThat(MetaSchemas.schema("product").validate(with("ott-streaming/product.yaml", at, value)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/dialect/forms/0/name; 'Performance'",
                "/dialect/forms/0/evnet; 'performance'",
                "/dialect/forms/0/when/0/in; []",
                "/dialect/forms/0/when/0/present; true",
                "/dialect/forms/0/properties; 'properties'",
                "/dialect/event_name; '/name'"
            })
    void findsMistakesInAForm(String at, String value) throws IOException {
        assertThat(MetaSchemas.schema("product").validate(with("thedata/product.yaml", at, value)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/$schema; 'http://json-schema.org/draft-07/schema#'",
                "/x-weir-sources; []",
                "/x-weir-sources/0; 'app'",
                "/x-weir-sampling; 0.1",
                "/x-weir-retenton; 'standard'",
                "/x-weir-version; 'one'",
                "/type; 'array'",
                "/additionalProperties; false",
                "/properties/Launch Type; {'x-weir-privacy': 'none'}",
                "/properties/extra; {'type': 'string'}",
                "/properties/extra; {'type': 'text', 'x-weir-privacy': 'none'}",
                "/properties/extra; {'type': 'string', 'x-weir-privacy': 'public'}",
                "/properties/extra; {'type': 'string', 'maxlength': 3, 'x-weir-privacy': 'none'}",
                "/properties/extra; {'type': 'string', 'x-weir-identity': 'person', 'x-weir-privacy': 'identifier'}",
                "/properties/extra; {'x-weir-privacy': 'none', 'type': 'object', 'properties': {'a': {'type': 'string'}}}"
            })
    void findsMistakesInAnEvent(String at, String value) throws IOException {
        assertThat(MetaSchemas.schema("event").validate(with("ott-streaming/events/app.launch/1.json", at, value)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x-weir-event", "x-weir-purpose", "x-weir-sources", "x-weir-retention", "title", "properties"})
    void findsWhatAnEventLacks(String member) throws IOException {
        ObjectNode event =
                (ObjectNode) MetaSchemas.read(SchemaTree.SCHEMAS.resolve("ott-streaming/events/app.launch/1.json"));
        event.remove(member);

        assertThat(MetaSchemas.schema("event").validate(event)).isNotEmpty();
    }

    private static JsonNode with(String file, String at, String value) throws IOException {
        JsonNode source = MetaSchemas.read(SchemaTree.SCHEMAS.resolve(file));
        JsonPointer pointer = JsonPointer.compile(at);
        JsonNode json = new JsonMapper().readTree(value.replace('\'', '"'));
        String last = pointer.last().getMatchingProperty();
        switch (source.at(pointer.head())) {
            case ObjectNode object -> object.set(last, json);
            case ArrayNode array -> array.set(Integer.parseInt(last), json);
            case JsonNode other -> throw new AssertionError(at + " is in " + other.getNodeType());
        }
        return source;
    }
}
