package dev.weir.schemas.derived;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.catalog.SilverColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilverLayoutTest {

    @Test
    void aColumnSaysItsPropertyAndTheKindOfItsValues() {
        assertThat(columns("""
                {"Title": {"type": "string", "x-weir-privacy": "none"},
                 "count": {"type": ["integer", "null"], "x-weir-privacy": "none"},
                 "either": {"type": ["integer", "string"], "x-weir-privacy": "none"}}
                """))
                .containsExactly(
                        new SilverColumn("count_int", "count", SilverColumn.Kind.WHOLE),
                        new SilverColumn("either_json", "either", SilverColumn.Kind.JSON),
                        new SilverColumn("title_text", "Title", SilverColumn.Kind.TEXT));
    }

    @Test
    void ofTwoThatDifferInCapitalsOneStaysInTheJson() {
        assertThat(columns("""
                {"sourceType": {"type": "string", "x-weir-privacy": "none"},
                 "sourcetype": {"type": "string", "x-weir-privacy": "none"}}
                """)).extracting(SilverColumn::property).containsExactly("sourceType");
    }

    @Test
    void neitherSecretsNorOddNamesNorNamesOfTheEnvelopeAreColumns() {
        assertThat(columns("""
                {"card": {"type": "string", "x-weir-privacy": "sensitive"},
                 "a.b": {"type": "string", "x-weir-privacy": "none"},
                 "é": {"type": "string", "x-weir-privacy": "none"}}
                """)).isEmpty();
    }

    @Test
    void everyProductIsInWhatFunctionsLoad() {
        CatalogContents contents = Catalogs.repository();
        JsonNode json = new SilverLayout(contents).json();

        assertThat(json).hasSameSizeAs(contents.products());
        assertThat(json.at("/ott-streaming")).hasSizeGreaterThan(50);
        assertThat(json.at("/ott-streaming/0").properties()).hasSize(3);
    }

    private static List<SilverColumn> columns(String properties) {
        CatalogContents contents = Catalogs.ofProperties(properties);
        return new SilverLayout(contents).columns(contents.products().getFirst());
    }
}
