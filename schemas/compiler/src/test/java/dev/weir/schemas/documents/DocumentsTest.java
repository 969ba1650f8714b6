package dev.weir.schemas.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.schemas.compiler.CatalogCompiler;
import dev.weir.schemas.compiler.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Everything that the documents name is in the catalogs, but for what is listed as different, with a reason.
class DocumentsTest {

    static final List<String> PRODUCTS = Documents.PRODUCTS;

    private static final Path SCHEMAS =
            Path.of(Objects.requireNonNull(System.getProperty("weir.root"), "weir.root"), "schemas");
    private static final JsonNode CATALOG = catalog();

    private static JsonNode catalog() {
        return switch (CatalogCompiler.compile(SCHEMAS)) {
            case Compilation.Compiled compiled -> compiled.catalog();
            case Compilation.Broken broken -> throw new AssertionError(broken.problems());
        };
    }

    @ParameterizedTest
    @FieldSource("PRODUCTS")
    void whatADocumentNamesIsInTheCatalogOrAmongTheDifferences(String product) throws IOException {
        List<Difference> differences = differences(product);
        CatalogedProduct cataloged = CatalogedProduct.of(product, CATALOG, SCHEMAS);

        assertThat(Gaps.between(product, Extract.committed(product), cataloged))
                .as("what the catalog lacks; add it, or list it in differences.txt with a reason, and only then")
                .containsExactlyInAnyOrderElementsOf(
                        differences.stream().map(Difference::gap).toList());
        assertThat(differences).allSatisfy(difference -> {
            assertThat(difference.reason()).as(difference.gap()).isNotBlank();
            assertThat(difference.instead()).as(difference.gap()).allMatch(cataloged::has);
        });
    }

    @Test
    void theDocumentsName164EventsOfWhichTheAuthEventsAreTwoInTheCatalog() throws IOException {
        Map<String, Integer> named = Map.of(
                "video-window", 10,
                "unofficial-communities", 58,
                "ott-streaming", 78,
                "thedata", 7,
                "tenant-telemetry", 11);
        for (String product : PRODUCTS) {
            assertThat(distinctEvents(product)).as(product).isEqualTo(named.get(product));
        }
        assertThat(instead("user.events/auth_events")).containsExactly("auth.login", "auth.logout");
    }

    @ParameterizedTest
    @FieldSource("PRODUCTS")
    void theDocumentGivesTheCommittedExtract(String product) throws IOException {
        String folder = System.getenv("WEIR_DOCUMENTS");
        assumeThat(folder)
                .as("WEIR_DOCUMENTS names no folder with the documents, so extracts are not compared with them")
                .isNotNull();

        assertThat(new Documents(Path.of(folder)).extract(product).toString())
                .isEqualTo(Extract.committed(product).toString());
    }

    /// What two topics or lists name is one event where the catalog has one for both.
    private static int distinctEvents(String product) throws IOException {
        Set<Object> events = new HashSet<>();
        for (DocumentedEvent event : Extract.committed(product).events()) {
            List<String> instead = instead(event.name());
            events.add(instead.isEmpty() ? List.of(event.name()) : instead);
        }
        return events.size();
    }

    private static List<String> instead(String event) {
        try {
            return Difference.committed().stream()
                    .filter(difference -> difference.gap().endsWith(": no event " + event))
                    .flatMap(difference -> difference.instead().stream())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Difference> differences(String product) throws IOException {
        return Difference.committed().stream()
                .filter(difference -> difference.product().equals(product))
                .toList();
    }
}
