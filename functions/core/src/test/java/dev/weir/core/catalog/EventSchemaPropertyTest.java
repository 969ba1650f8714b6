package dev.weir.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.networknt.schema.SchemaException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;

/// The validator library is the law: nothing may pass that it turns away.
class EventSchemaPropertyTest {

    private static final JsonMapper DECIMAL = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final JsonMapper BINARY = new JsonMapper();

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void passesNothingThatTheLibraryTurnsAway(
            @ForAll("schemas") String schema, @ForAll @Size(max = 20) List<@From("values") String> values)
            throws JsonProcessingException {
        EventSchema law = new EventSchema(BINARY.readTree(schema));
        Assume.that(isLaw(law));
        for (String value : values) {
            hold(law, DECIMAL.readTree(value));
            hold(law, BINARY.readTree(value));
        }
    }

    /// Some schemas make no sense, and the library says so.
    private static boolean isLaw(EventSchema schema) {
        try {
            schema.violations(NullNode.instance, "");
            return true;
        } catch (SchemaException e) {
            return false;
        }
    }

    private static void hold(EventSchema law, JsonNode value) {
        if (law.passes(value)) {
            assertThat(law.violations(value, ""))
                    .as("%s of %s", value, law.source())
                    .isEmpty();
        }
    }

    @Provide
    Arbitrary<String> schemas() {
        return SchemaTexts.schemas(2);
    }

    @Provide
    Arbitrary<String> values() {
        return ValueTexts.values(2);
    }
}
