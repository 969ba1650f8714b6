package dev.weir.core.enrich;

import static dev.weir.core.intake.Events.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookupTablesTest {

    @TempDir
    Path folder;

    @Test
    void addsWhatTheTableHasOfAProperty() throws IOException {
        LookupTables tables = read("{\"item-1\": {\"content_genre\": \"drama\"}}");

        assertThat(of(tables, "{\"item_id\": \"item-1\"}")).isEqualTo(Map.of("content_genre", "drama"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"item_id\": \"item-2\"}", "{\"item_id\": 1}", "{\"item_id\": null}", "{}"})
    void addsNothingToWhatTheTableDoesNotHave(String properties) throws IOException {
        LookupTables tables = read("{\"item-1\": {\"content_genre\": \"drama\"}}");

        assertThat(of(tables, properties)).isEmpty();
    }

    @Test
    void addsNothingToEventsOfOtherProducts() throws IOException {
        LookupTables tables = read("{\"item-1\": {\"content_genre\": \"drama\"}}");

        assertThat(tables.of("metrics", (ObjectNode) parse("{\"item_id\": \"item-1\"}")))
                .isEmpty();
    }

    @Test
    void aTableWithoutAFileIsEmpty() {
        assertThat(of(LookupTables.read(folder, Catalog.load()), "{\"item_id\": \"item-1\"}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"item-1\": {\"user_id\": \"x\"}}",
                "{\"item-1\": {\"content_genre\": 7}}",
                "{\"item-1\": {\"content_genre\": null}}",
                "{\"item-1\": ",
                "{\"item-1\": \"drama\"}",
                "[]"
            })
    void namesATableThatIsNotOfTheForm(String table) {
        assertThatThrownBy(() -> read(table)).hasMessageContaining("items.json").hasMessageNotContaining("item-1");
    }

    private LookupTables read(String table) throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(folder.resolve("shop/items.json"), table);
        return LookupTables.read(folder, Catalog.load());
    }

    private static Map<String, String> of(LookupTables tables, String properties) {
        return tables.of("shop", (ObjectNode) parse(properties));
    }
}
