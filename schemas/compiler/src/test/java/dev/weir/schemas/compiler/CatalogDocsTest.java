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
