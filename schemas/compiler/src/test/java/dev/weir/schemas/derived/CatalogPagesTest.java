package dev.weir.schemas.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogPagesTest {

    private static final SortedMap<String, String> PAGES = CatalogPages.of(
            Catalogs.catalog(),
            Catalogs.avro(),
            Catalogs.REPOSITORY.resolve("schemas"),
            Catalogs.REPOSITORY.resolve("events-samples"));
    private static final Pattern LINK = Pattern.compile("\\]\\(#([^)]+)\\)");

    @ParameterizedTest
    @MethodSource("products")
    void everyEventHasASectionThatTheTableLeadsTo(CatalogedProduct product) {
        String page = PAGES.get(product.name() + ".md");
        List<String> anchors = Pattern.compile("^### `(.+)`$", Pattern.MULTILINE)
                .matcher(page)
                .results()
                .map(heading -> Markdown.anchor(heading.group(1)))
                .toList();

        assertThat(LINK.matcher(page).results().map(link -> link.group(1)))
                .hasSameSizeAs(product.latest())
                .isSubsetOf(anchors);
        assertThat(product.latest())
                .allSatisfy(event -> assertThat(page).contains("### `" + event.name() + "`\n", event.view()));
    }

    @ParameterizedTest
    @MethodSource("products")
    void everyTableHasRowsAsWideAsItsHeader(CatalogedProduct product) {
        int width = 0;
        for (String line :
                String.valueOf(PAGES.get(product.name() + ".md")).lines().toList()) {
            int cells = line.startsWith("|") ? line.replace("\\|", "").split("\\|", -1).length : 0;
            assertThat(width == 0 || cells == 0 || width == cells).as(line).isTrue();
            width = cells;
        }
    }

    @Test
    void theFrontPageLeadsToEveryProduct() {
        assertThat(products())
                .allSatisfy(product -> assertThat(PAGES.get("README.md")).contains("](" + product.name() + ".md)"));
    }

    @Test
    void showsWhatAnAnalystAsksOfAnEvent() {
        assertThat(PAGES.get("ott-streaming.md"))
                .contains("| `playback_errors_per_minute` | `playback.error` | 1 minute |")
                .contains("| `content_type` | text | yes | `live`, `vod`, `catchup`, `startover`, `pvr` | none |")
                .contains("| `error_message` | text |  | ")
                .contains("`/consent/analytics`")
                .contains("In the lake it is `ott_streaming_playback_started`.")
                .contains("\"event_name\": \"playback.started\"");
    }

    @Test
    void saysWhatBecomesOfEventsWithoutConsent() {
        assertThat(PAGES.get("ott-streaming.md")).contains("Where `market` is `US`, a purpose is allowed until");
        assertThat(PAGES.get("unofficial-communities.md"))
                .contains("A purpose is not allowed until the person agrees to it, wherever they are.")
                .containsPattern("\\| `essential` \\| [0-9]+ \\| needs none \\|")
                .containsPattern("\\| `telemetry` \\| [0-9]+ \\| kept without identities \\|")
                .containsPattern("\\| `whatsapp_activity` \\| [0-9]+ \\| dropped \\|");
    }

    @Test
    void saysInWordsWhatASchemaDemands() {
        assertThat(rules("{\"minimum\": 0, \"maximum\": 9007199254740991}")).isEqualTo("from 0");
        assertThat(rules("{\"exclusiveMinimum\": 200, \"maximum\": 86400000}"))
                .isEqualTo("more than 200; up to 86,400,000");
        assertThat(rules("{\"minLength\": 1, \"maxLength\": 64, \"pattern\": \"^[a-z]+$\"}"))
                .isEqualTo("1 to 64 characters; `^[a-z]+$`");
        assertThat(rules("{\"minItems\": 1, \"maxItems\": 1, \"items\": {\"enum\": [\"a\", \"b\"]}}"))
                .isEqualTo("1 item; each one of `a`, `b`");
        assertThat(rules("{\"format\": \"uuid\", \"pattern\": \"^[0-9a-f-]{36}$\"}"))
                .isEqualTo("UUID");
    }

    private static String rules(String schema) {
        return ValueRules.of(Catalogs.json(schema));
    }

    private static List<CatalogedProduct> products() {
        return Catalogs.repository().products();
    }
}
