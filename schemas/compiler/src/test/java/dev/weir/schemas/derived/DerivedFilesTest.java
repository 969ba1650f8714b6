package dev.weir.schemas.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class DerivedFilesTest {

    private static final SortedMap<String, String> FILES = DerivedFiles.of(Catalogs.catalog(), Catalogs.avro());

    @Test
    void hasAFileForEachEventVersionAndTwoForEachProduct() {
        CatalogContents contents = Catalogs.repository();
        int events = contents.products().stream()
                .mapToInt(product -> product.events().size())
                .sum();

        assertThat(FILES).hasSize(events + 2 * contents.products().size() + 2);
        assertThat(FILES)
                .containsKeys(
                        "avro/ott-streaming/playback.started-1.avsc",
                        "athena/bronze_events.sql",
                        "athena/events.sql",
                        "athena/ott-streaming.sql",
                        "typescript/ott-streaming.d.ts");
    }

    @Test
    void makesTheTableOfAProductBeforeItsViews() {
        assertThat(FILES.get("athena/ott-streaming.sql"))
                .startsWith("create external table if not exists silver_ott_streaming (\n")
                .containsSubsequence(
                        "create or replace view lake_ott_streaming as",
                        "create or replace view ott_streaming as",
                        "create or replace view ott_streaming_playback_started as");
    }

    @Test
    void givesTheSameFilesForTheSameCatalog() {
        assertThat(DerivedFiles.of(
                        Catalogs.catalog().deepCopy(), Catalogs.avro().deepCopy()))
                .isEqualTo(FILES);
    }
}
