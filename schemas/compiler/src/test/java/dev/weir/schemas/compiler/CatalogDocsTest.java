package dev.weir.schemas.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogDocsTest {

    private static final Path SAMPLES = SchemaTree.REPOSITORY.resolve("events-samples");

    @TempDir
    Path folder;

    @Test
    void theCommittedPagesAreThoseOfTheSchemas() throws IOException {
        SortedMap<String, String> committed = pages(SchemaTree.REPOSITORY.resolve("docs/catalog"));
        SortedMap<String, String> generated = CatalogDocs.pages(SchemaTree.SCHEMAS, SAMPLES);

        assertThat(committed.keySet())
                .as("pages in docs/catalog; './weir catalog docs' writes them anew")
                .isEqualTo(generated.keySet());
        for (Map.Entry<String, String> page : generated.entrySet()) {
            assertThat(committed.get(page.getKey()))
                    .as(
                            "docs/catalog/%s is not what schemas say now; './weir catalog docs' writes it anew",
                            page.getKey())
                    .isEqualTo(page.getValue());
        }
    }

    @Test
    void theCommittedTablesOnConsentAreThoseOfTheRules() throws IOException {
        String committed = Files.readString(SchemaTree.REPOSITORY.resolve("docs/privacy.md"));

        assertThat(committed)
                .as("docs/privacy.md is not what the rules decide now; './weir catalog docs' writes it anew")
                .isEqualTo(CatalogDocs.privacy(SchemaTree.SCHEMAS, committed));
    }

    @Test
    void writesTheTablesOnConsentBesideTheFolderAndLeavesTheRestOfThatPage() throws IOException {
        Path pages = Files.createDirectory(folder.resolve("catalog"));
        String before = "before\n<!-- consent: written by ./weir catalog docs -->\nold\n";
        Path privacy = Files.writeString(folder.resolve("privacy.md"), before + "<!-- consent: end -->\nafter\n");

        CatalogDocs.main(new String[] {SchemaTree.SCHEMAS.toString(), SAMPLES.toString(), pages.toString()});

        assertThat(Files.readString(privacy))
                .startsWith("before\n")
                .endsWith("<!-- consent: end -->\nafter\n")
                .doesNotContain("old\n")
                .contains("| ott-streaming | `analytics` | `US` | no | kept, `region_default` |");
    }

    @Test
    void writesThePagesAndRemovesThoseOfProductsThatAreGone() throws IOException {
        Files.writeString(folder.resolve("video-shop.md"), "gone");

        CatalogDocs.main(new String[] {SchemaTree.SCHEMAS.toString(), SAMPLES.toString(), folder.toString()});

        assertThat(pages(folder)).isEqualTo(CatalogDocs.pages(SchemaTree.SCHEMAS, SAMPLES));
    }

    @Test
    void writesNothingWhenSchemasAreBroken() throws IOException {
        Path schemas = Files.createDirectory(folder.resolve("schemas"));
        Path docs = folder.resolve("docs");

        assertThatThrownBy(
                        () -> CatalogDocs.main(new String[] {schemas.toString(), SAMPLES.toString(), docs.toString()}))
                .hasMessageContaining("envelope.json");
        assertThat(docs).doesNotExist();
    }

    private static SortedMap<String, String> pages(Path folder) throws IOException {
        SortedMap<String, String> pages = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    pages.put(file.toFile().getName(), Files.readString(file));
                }
            }
        }
        return pages;
    }
}
