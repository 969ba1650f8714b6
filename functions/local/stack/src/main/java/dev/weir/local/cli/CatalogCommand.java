package dev.weir.local.cli;

import dev.weir.schemas.compiler.CatalogCompiler;
import dev.weir.schemas.compiler.CatalogDocs;
import dev.weir.schemas.compiler.Compilation;
import dev.weir.schemas.compiler.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What people do with the catalog's sources.
@Command(
        name = "catalog",
        description = "Check the schemas, and write what people read of them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class CatalogCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final Path root = Path.of(System.getProperty("weir.root", "."));

    @Command(
            name = "lint",
            description = "Print everything that is wrong with schemas/, each with its place and remedy.",
            mixinStandardHelpOptions = true)
    int lint() {
        PrintWriter out = spec.commandLine().getOut();
        List<Problem> problems = switch (CatalogCompiler.compile(root.resolve("schemas"))) {
            case Compilation.Compiled _ -> List.of();
            case Compilation.Broken(List<Problem> found) -> found;
        };
        problems.forEach(problem -> out.println(problem + "\n"));
        out.println(problems.isEmpty() ? "nothing is wrong" : problems.size() + " to mend");
        out.flush();
        return problems.isEmpty() ? 0 : 1;
    }

    @Command(
            name = "docs",
            description = "Write docs/catalog/ anew from schemas/ and events-samples/.",
            mixinStandardHelpOptions = true)
    int docs() throws IOException {
        CatalogDocs.main(new String[] {
            root.resolve("schemas").toString(),
            root.resolve("events-samples").toString(),
            root.resolve("docs/catalog").toString()
        });
        return 0;
    }
}
