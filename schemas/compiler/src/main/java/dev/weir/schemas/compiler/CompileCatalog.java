package dev.weir.schemas.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the build runs: compiles a folder of schemas into `weir/catalog.json` and `weir/envelope.avsc`.
public final class CompileCatalog {

    private CompileCatalog() {}

    /// Compiles, or fails with everything that is wrong.
    ///
    /// @param args the folder of schemas, and the folder to write to
    /// @throws IllegalArgumentException if there are not exactly two
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("expected two arguments: the folder of schemas, the folder to write to");
        }
        switch (CatalogCompiler.compile(Path.of(args[0]))) {
            case Compilation.Compiled compiled -> write(compiled, Path.of(args[1], "weir"));
            case Compilation.Broken(var problems) -> throw new BrokenSchemas(problems);
        }
    }

    private static void write(Compilation.Compiled compiled, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("catalog.json"), Canonical.bytes(compiled.catalog()));
        Files.writeString(folder.resolve("envelope.avsc"), compiled.avro().toPrettyString() + "\n");
    }
}
