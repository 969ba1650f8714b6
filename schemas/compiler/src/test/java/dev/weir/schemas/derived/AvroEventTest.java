package dev.weir.schemas.derived;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroEventTest {

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsARecordThatAvroReadsWithAFieldForEachStoredProperty(CatalogedEvent event) {
        Schema schema = parsed(event);

        assertThat(schema.getFields()).hasSize(event.stored().size() + 1);
        assertThat(schema.getFields().getFirst().name()).isEqualTo("envelope");
        assertThat(schema.getField("envelope").schema().getFullName())
                .isEqualTo("dev.weir.events.common.EventEnvelope");
        for (Property property : event.stored()) {
            boolean isOptional = !property.required() || property.nullable();
            assertThat(schema.getField(property.name()).schema().isNullable())
                    .as(property.name())
                    .isEqualTo(isOptional);
        }
    }

    @Test
    void noTwoEventsHaveOneName() {
        Set<String> names = new HashSet<>();
        for (CatalogedProduct product : Catalogs.repository().products()) {
            for (CatalogedEvent event : product.latest()) {
                assertThat(names.add(parsed(event).getFullName()))
                        .as(event.name())
                        .isTrue();
            }
        }
    }

    @Test
    void isNamedByProductDomainAndEvent() {
        assertThat(parsed("{}").getFullName()).isEqualTo("dev.weir.events.corner_shop.cart.CartItemAdded");
    }

    @Test
    void sharesAnEnvelopeThatHasEveryStoredFieldButTheProperties() {
        Schema envelope = parsed("{}").getField("envelope").schema();

        assertThat(envelope.getFields()).hasSize(Catalogs.avro().path("fields").size() - 1);
        assertThat(envelope.getField("event_timestamp")
                        .schema()
                        .getLogicalType()
                        .getName())
                .isEqualTo("timestamp-millis");
        assertThat(envelope.getField("properties")).isNull();
    }

    @Test
    void writesWhatIsRequiredPlainAndTheRestAsNullByDefault() {
        Schema schema = parsed("""
                {"price": {"type": "number", "x-weir-privacy": "none"},
                 "count": {"type": "integer", "x-weir-privacy": "none"},
                 "gift": {"type": ["boolean", "null"], "x-weir-privacy": "none"}}
                """, "price", "gift");

        assertThat(schema.getField("price").schema().getType()).isEqualTo(Schema.Type.DOUBLE);
        assertThat(schema.getField("price").hasDefaultValue()).isFalse();
        assertThat(schema.getField("count").schema().toString()).isEqualTo("[\"null\",\"long\"]");
        assertThat(schema.getField("count").hasDefaultValue()).isTrue();
        assertThat(schema.getField("gift").schema().toString()).isEqualTo("[\"null\",\"boolean\"]");
        assertThat(schema.getField("gift").hasDefaultValue()).isFalse();
    }

    @Test
    void writesWordsAsAnEnumWhereAvroAllowsAllOfThem() {
        Schema schema = parsed("""
                {"size": {"enum": ["small", "large"], "type": "string", "x-weir-privacy": "none"},
                 "quality": {"enum": ["4k", "hd"], "type": "string", "x-weir-privacy": "none"}}
                """, "size", "quality");

        assertThat(schema.getField("size").schema().getFullName())
                .isEqualTo("dev.weir.events.corner_shop.cart.CartItemAddedSize");
        assertThat(schema.getField("size").schema().getEnumSymbols()).containsExactly("small", "large");
        assertThat(schema.getField("quality").schema().getType()).isEqualTo(Schema.Type.STRING);
    }

    @Test
    void writesTimesAndDatesAsNumbersThatMeanThem() {
        Schema schema = parsed("""
                {"at": {"type": "string", "format": "date-time", "x-weir-privacy": "none"},
                 "on": {"type": "string", "format": "date", "x-weir-privacy": "none"}}
                """, "at", "on");

        assertThat(schema.getField("at").schema().getLogicalType().getName()).isEqualTo("timestamp-millis");
        assertThat(schema.getField("on").schema().getLogicalType().getName()).isEqualTo("date");
    }

    @Test
    void writesListsMapsAndObjectsAtAnyDepth() {
        Schema schema = parsed("""
                {"labels": {"type": "object", "x-weir-privacy": "quasi"},
                 "parts": {"type": "array", "x-weir-privacy": "none", "items": {"type": "object", "required": ["name"],
                   "properties": {"name": {"type": "string", "x-weir-privacy": "none"},
                                  "kind": {"enum": ["a", "b"], "x-weir-privacy": "none"}}}}}
                """, "labels", "parts");

        assertThat(schema.getField("labels").schema().getValueType().getType()).isEqualTo(Schema.Type.STRING);
        Schema part = schema.getField("parts").schema().getElementType();
        assertThat(part.getName()).isEqualTo("CartItemAddedPartsItem");
        assertThat(part.getField("name").schema().getType()).isEqualTo(Schema.Type.STRING);
        assertThat(part.getField("kind").schema().getTypes().get(1).getEnumSymbols())
                .containsExactly("a", "b");
    }

    @Test
    void givesTypesNamesOfTheirOwnWhereTheirPathsReadTheSame() {
        Schema schema = parsed("""
                {"a_b": {"enum": ["x"], "x-weir-privacy": "none"}, "a__b": {"enum": ["y"], "x-weir-privacy": "none"}}
                """, "a_b", "a__b");

        assertThat(schema.getField("a__b").schema().getName()).isEqualTo("CartItemAddedAB2");
    }

    @Test
    void leavesOutWhatIsNeverStoredAndWritesPseudonymsAsText() {
        Schema schema = parsed("""
                {"card": {"type": "string", "x-weir-privacy": "sensitive"},
                 "buyer": {"type": "integer", "x-weir-privacy": "identifier"},
                 "note": {"enum": ["a", "b"], "x-weir-privacy": "free_text"}}
                """, "card", "buyer", "note");

        assertThat(schema.getField("card")).isNull();
        assertThat(schema.getField("buyer").schema().getType()).isEqualTo(Schema.Type.STRING);
        assertThat(schema.getField("note").schema().getType()).isEqualTo(Schema.Type.STRING);
    }

    @Test
    void identifiersMayBeAbsentWhereEventsAreAnonymised() {
        ObjectNode catalog =
                Catalogs.catalog("{\"buyer\": {\"type\": \"string\", \"x-weir-privacy\": \"identifier\"}}", "buyer");
        ((ObjectNode) catalog.at("/products/corner-shop/consent"))
                .putObject("without")
                .put("analytics", "anonymise");

        Schema schema = parsed(Catalogs.onlyEvent(CatalogContents.of(catalog, Catalogs.avro())));

        assertThat(schema.getField("buyer").schema().isNullable()).isTrue();
    }

    @Test
    void aPropertyThatIsCalledEnvelopeGivesWay() {
        assertThat(parsed("{\"envelope\": {\"type\": \"string\", \"x-weir-privacy\": \"none\"}}")
                        .getField("properties_envelope"))
                .isNotNull();
    }

    private static Stream<CatalogedEvent> events() {
        return Catalogs.repository().products().stream().flatMap(product -> product.events().stream());
    }

    private static Schema parsed(String properties, String... required) {
        return parsed(Catalogs.onlyEvent(Catalogs.ofProperties(properties, required)));
    }

    private static Schema parsed(CatalogedEvent event) {
        return new Schema.Parser().parse(AvroEvent.of(event, Catalogs.avro()).toString());
    }
}
