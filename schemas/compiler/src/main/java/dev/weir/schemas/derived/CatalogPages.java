package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/// The catalog's pages for people: a front page, and one for each product. The same catalog gives the same pages.
public final class CatalogPages {

    private CatalogPages() {}

    /// Markdown by file name.
    ///
    /// @param catalog the compiled catalog
    /// @param avro the stored envelope as an Avro record
    /// @param schemas the folder that they were compiled from
    /// @param samples the folder of samples
    /// @throws java.io.UncheckedIOException if a file cannot be read
    public static SortedMap<String, String> of(ObjectNode catalog, ObjectNode avro, Path schemas, Path samples) {
        CatalogContents contents = CatalogContents.of(catalog, avro);
        SortedMap<String, ProductWords> words = new TreeMap<>();
        SortedMap<String, String> pages = new TreeMap<>();
        for (CatalogedProduct product : contents.products()) {
            ProductWords said = ProductWords.of(schemas, product.name());
            words.put(product.name(), said);
            pages.put(product.name() + ".md", new ProductPage(contents, product, said, new Samples(samples)).text());
        }
        pages.put("README.md", new FrontPage(contents, words).text());
        return pages;
    }
}
