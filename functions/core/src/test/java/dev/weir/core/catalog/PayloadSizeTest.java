package dev.weir.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PayloadSizeTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void tellsToTheByteWhatIsTooMuch(@ForAll("values") String json) throws JsonProcessingException {
        JsonNode value = MAPPER.readTree(json);
        int size = value.toString().getBytes(StandardCharsets.UTF_8).length;

        assertThat(PayloadSize.exceeds(value, size)).isFalse();
        assertThat(PayloadSize.exceeds(value, size - 1)).isTrue();
    }

    @Provide
    Arbitrary<String> values() {
        return ValueTexts.values(3);
    }
}
