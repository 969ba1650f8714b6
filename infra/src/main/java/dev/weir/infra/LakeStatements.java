package dev.weir.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Statements of Athena as the catalogs derive them; each ends with a semicolon at the end of a line.
public final class LakeStatements {

    private static final String TABLE = "create external table ";

    private LakeStatements() {}

    /// Those that make tables, in the order of files and statements.
    ///
    /// @throws IllegalStateException if the folder has none
    public static List<String> tables(Path folder) throws IOException {
        List<String> tables =
                all(folder).filter(statement -> statement.startsWith(TABLE)).toList();
        if (tables.isEmpty()) {
            throw new IllegalStateException("no tables in " + folder.getFileName() + "; build the catalogs first");
        }
        return tables;
    }

    /// The products that the catalogs have: each has a file, and in it a table of its own.
    public static SortedSet<String> products(Path folder) throws IOException {
        SortedSet<String> products = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName()).replaceFirst("\\.sql$", "");
                if (Files.readString(file).contains(" silver_" + name.replace('-', '_') + " (")) {
                    products.add(name);
                }
            }
        }
        return products;
    }

    private static Stream<String> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                text.append(Files.readString(file)).append('\n');
            }
            return Stream.of(text.toString().split(";\\n", -1))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty());
        }
    }
}
