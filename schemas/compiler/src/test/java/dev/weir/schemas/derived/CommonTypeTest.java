package dev.weir.schemas.derived;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommonTypeTest {

    @Test
    void wordsAndTextAreText() {
        assertThat(common("{\"enum\": [\"a\"]}", "{\"type\": \"string\"}")).isEqualTo("string");
        assertThat(common("{\"enum\": [\"a\"]}", "{\"enum\": [\"b\"]}")).isEqualTo("string");
    }

    @Test
    void numbersAreTheWiderNumber() {
        assertThat(common("{\"type\": \"integer\"}", "{\"type\": \"number\"}")).isEqualTo("double");
    }

    @Test
    void objectsHaveTheMembersOfBoth() {
        assertThat(common("""
                {"type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "string"}}}
                """, """
                {"type": "object", "properties": {"c": {"type": "boolean"}, "a": {"type": "number"}}}
                """)).isEqualTo("struct<a:double,b:string,c:boolean>");
    }

    @Test
    void listsAndMapsHoldWhatBothHold() {
        assertThat(common(
                        "{\"type\": \"array\", \"items\": {\"type\": \"integer\"}}",
                        "{\"type\": \"array\", \"items\": {\"type\": \"string\"}}"))
                .isEqualTo("array<string>");
        assertThat(common(
                        "{\"type\": \"object\", \"additionalProperties\": {\"type\": \"integer\"}}",
                        "{\"type\": \"object\", \"additionalProperties\": {\"type\": \"number\"}}"))
                .isEqualTo("map<string,double>");
    }

    @Test
    void aListAndAnObjectAreText() {
        assertThat(common("{\"type\": \"array\", \"items\": {\"type\": \"integer\"}}", "{\"type\": \"object\"}"))
                .isEqualTo("string");
    }

    private static String common(String one, String other) {
        ValueType common = CommonType.of(SchemaType.of(Catalogs.json(one)), SchemaType.of(Catalogs.json(other)));
        return HiveType.of(common);
    }
}
