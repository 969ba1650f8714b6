package dev.weir.schemas.compiler;

import dev.weir.schemas.derived.DerivedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the build runs: compiles a folder of schemas into `weir/catalog.json`, `weir/silver.json` and
/// `weir/envelope.avsc`, which functions load, and writes what else is derived from them to a folder of
/// its own, which they do not carry.
public final class CompileCatalog {

    private CompileCatalog() {}

    /// Compiles, or fails with everything that is wrong, with the schemas themselves or with what was released of them.
    ///
    /// @param args the folder of schemas, the folder to write to, and the folder of what is derived
    /// @throws IllegalArgumentException if there are not exactly three
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException(
                    "expected three arguments: the folder of schemas, the folder to write to, the folder of what is derived");
        }
        switch (CheckedCatalog.of(Path.of(args[0]))) {
            case Compilation.Compiled compiled -> {
                write(compiled, Path.of(args[1], "weir"));
                derive(compiled, Path.of(args[2]));
            }
            case Compilation.Broken(var problems) -> throw new BrokenSchemas(problems);
        }
    }

    private static void write(Compilation.Compiled compiled, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("catalog.json"), Canonical.bytes(compiled.catalog()));
        Files.write(
                folder.resolve("silver.json"),
                Canonical.bytes(DerivedFiles.silver(compiled.catalog(), compiled.avro())));
        Files.writeString(folder.resolve("envelope.avsc"), compiled.avro().toPrettyString() + "\n");
    }

    private static void derive(Compilation.Compiled compiled, Path folder) throws IOException {
        for (var derived : DerivedFiles.of(compiled.catalog(), compiled.avro()).entrySet()) {
            Path file = folder.resolve(derived.getKey());
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, derived.getValue());
        }
    }
}
