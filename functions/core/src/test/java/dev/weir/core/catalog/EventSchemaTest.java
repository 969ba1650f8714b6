package dev.weir.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.event.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is decided without the library, and what is left to it.
class EventSchemaTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    {"type":"integer"} => 3
                    {"type":["string","null"],"maxLength":2} => null
                    {"minLength":1,"maxLength":2} => "\\ud83d\\ude00\\ud83d\\ude00"
                    {"pattern":"^[A-Z]{2}-[A-Z0-9]{1,3}$"} => "IT-25"
                    {"pattern":"^([0-9]+p|[0-9]+x[0-9]+)$"} => "1920x1080"
                    {"format":"date"} => "2024-02-29"
                    {"format":"date-time"} => "2026-02-08T14:30:00.123456789+01:00"
                    {"format":"uuid"} => "019C2CC4-733E-7E06-9F3A-A36AAF94290e"
                    {"minimum":1,"maximum":9007199254740991} => 9007199254740991
                    {"minimum":0,"maximum":1} => 0.73
                    {"exclusiveMinimum":200} => 201
                    {"enum":["a",1,true,null]} => 1
                    {"const":"a"} => "a"
                    {"required":["a"],"properties":{"a":{"type":"string"}}} => {"a":"","b":1}
                    {"additionalProperties":{"type":"string"}} => {"a":"b"}
                    {"maxProperties":1} => {"a":1}
                    {"dependentRequired":{"a":["b"]}} => {"a":1,"b":2}
                    {"items":{"type":"integer"},"maxItems":2} => [1,2]
                    {"uniqueItems":true} => ["a","b"]
                    {"properties":{"a":{"not":{}}}} => {"b":1}
                    """)
    void decidesWhatCatalogsUse(String schema, String value) throws JsonProcessingException {
        assertThat(schema(schema).passes(json(value))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    {"type":"integer"} => 1.0
                    {"enum":[1]} => 1.0
                    {"format":"date-time"} => "2026-02-08T14:30:00z"
                    {"pattern":"^[a-z]{1,2}b$"} => "ab"
                    {"maximum":1.5} => 1.2
                    {"uniqueItems":true} => [1,2]
                    {"anyOf":[{"type":"string"}]} => "a"
                    {"not":{"type":"string"}} => 1
                    {"multipleOf":2} => 4
                    """)
    void takesTheLibrarysWordForWhatItDoubts(String schema, String value) throws JsonProcessingException {
        EventSchema doubtful = schema(schema);

        assertThat(doubtful.passes(json(value))).isFalse();
        assertThat(doubtful.check(json(value), "/properties")).isEmpty();
    }

    @Test
    void saysWhatIsWrongInTheWordsOfTheLibrarysKeyword() throws JsonProcessingException {
        assertThat(schema("{\"maxLength\":1}").check(json("\"ab\""), "/properties/a"))
                .containsExactly(new Violation("/properties/a", "must have at most 1 characters"));
    }

    private static EventSchema schema(String text) throws JsonProcessingException {
        return new EventSchema(json(text));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }
}
