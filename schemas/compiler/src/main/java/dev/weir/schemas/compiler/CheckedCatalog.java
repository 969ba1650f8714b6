package dev.weir.schemas.compiler;

import dev.weir.schemas.release.Finding;
import dev.weir.schemas.release.Gate;
import java.nio.file.Path;

/// A folder of schemas that compiles, and keeps what its released versions have promised.
public final class CheckedCatalog {

    private CheckedCatalog() {}

    /// As [CatalogCompiler#compile], and broken as well where the release gate refuses the catalog.
    ///
    /// @throws java.io.UncheckedIOException if the disk fails
    public static Compilation of(Path schemas) {
        Compilation compilation = CatalogCompiler.compile(schemas);
        if (!(compilation instanceof Compilation.Compiled(var catalog, var avro))) {
            return compilation;
        }
        Problems problems = new Problems();
        for (Finding finding : Gate.of(schemas, catalog, avro).findings()) {
            problems.report(new Place(finding.file(), finding.pointer()), finding.rule(), finding.remedy());
        }
        return problems.all().isEmpty() ? compilation : new Compilation.Broken(problems.all());
    }
}
