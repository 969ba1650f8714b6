package dev.weir.schemas.compiler;

import dev.weir.schemas.derived.CatalogPages;
import dev.weir.schemas.derived.ConsentTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/// What `./weir catalog docs` runs: writes the catalog's pages for people, and the section on consent of the page on
/// privacy beside their folder.
public final class CatalogDocs {

    private CatalogDocs() {}

    /// Writes a page for each product and a front page, and removes pages of products that are gone; or fails with
    /// everything that is wrong with the schemas.
    ///
    /// @param args the folder of schemas, the folder of samples, and the folder of pages, which holds nothing else
    /// @throws IllegalArgumentException if there are not exactly three
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException(
                    "expected three arguments: the folder of schemas, the folder of samples, the folder to write to");
        }
        Path folder = Path.of(args[2]);
        write(pages(Path.of(args[0]), Path.of(args[1])), folder);
        Path privacy = folder.toAbsolutePath().resolveSibling("privacy.md");
        if (Files.exists(privacy)) {
            Files.writeString(privacy, privacy(Path.of(args[0]), Files.readString(privacy)));
        }
    }

    /// The page on privacy, with its section on consent written anew.
    static String privacy(Path schemas, String page) {
        return switch (CatalogCompiler.compile(schemas)) {
            case Compilation.Compiled(var catalog, var _) -> ConsentTables.in(catalog, page);
            case Compilation.Broken(var problems) -> throw new BrokenSchemas(problems);
        };
    }

    /// The pages, by file name.
    static SortedMap<String, String> pages(Path schemas, Path samples) {
        return switch (CatalogCompiler.compile(schemas)) {
            case Compilation.Compiled(var catalog, var avro) -> CatalogPages.of(catalog, avro, schemas, samples);
            case Compilation.Broken(var problems) -> throw new BrokenSchemas(problems);
        };
    }

    private static void write(SortedMap<String, String> pages, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path old : list(folder)) {
            if (!pages.containsKey(old.toFile().getName())) {
                Files.delete(old);
            }
        }
        for (var page : pages.entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue());
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }
}
