package dev.weir.local.cli;

import dev.weir.schemas.compiler.CatalogCompiler;
import dev.weir.schemas.compiler.CatalogDocs;
import dev.weir.schemas.compiler.CheckedCatalog;
import dev.weir.schemas.compiler.Compilation;
import dev.weir.schemas.compiler.Problem;
import dev.weir.schemas.release.Gate;
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
        description = "Check the schemas, release them, and write what people read of them.",
        mixinStandardHelpOptions = true,
        subcommands = CatalogNewCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class CatalogCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final Path root;

    CatalogCommand() {
        this(Path.of(System.getProperty("weir.root", ".")));
    }

    /// @param root the folder that `schemas` is in
    CatalogCommand(Path root) {
        this.root = root;
    }

    @Command(
            name = "lint",
            description = "Print everything that is wrong with schemas/, each with its place and remedy. What breaks a"
                    + " released version is wrong as well.",
            mixinStandardHelpOptions = true)
    int lint() {
        return switch (CheckedCatalog.of(schemas())) {
            case Compilation.Compiled _ -> print("nothing is wrong", 0);
            case Compilation.Broken(List<Problem> problems) -> print(problems);
        };
    }

    @Command(
            name = "diff",
            description = "Print what differs from the released versions in schemas/released/, and what of it breaks"
                    + " them. Exit status 1 if anything does.",
            mixinStandardHelpOptions = true)
    int diff() {
        return switch (CatalogCompiler.compile(schemas())) {
            case Compilation.Compiled(var catalog, var avro) -> {
                Gate gate = Gate.of(schemas(), catalog, avro);
                yield print(gate.differences(), gate.findings().isEmpty() ? 0 : 1);
            }
            case Compilation.Broken(List<Problem> problems) -> print(problems);
        };
    }

    @Command(
            name = "release",
            description =
                    "Make what schemas/ says the released versions: write schemas/released/ anew, unless something"
                            + " is wrong.",
            mixinStandardHelpOptions = true)
    int release() {
        return switch (CheckedCatalog.of(schemas())) {
            case Compilation.Compiled(var catalog, var avro) -> {
                List<String> written = Gate.of(schemas(), catalog, avro).release();
                yield print(released(written), 0);
            }
            case Compilation.Broken(List<Problem> problems) -> print(problems);
        };
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

    private Path schemas() {
        return root.resolve("schemas");
    }

    private static String released(List<String> written) {
        return written.isEmpty()
                ? "nothing differs from what is released"
                : String.join("\n", written) + "\n" + written.size() + " written; commit them";
    }

    private int print(List<Problem> problems) {
        StringBuilder text = new StringBuilder();
        problems.forEach(problem -> text.append(problem).append("\n\n"));
        return print(text.append(problems.size()).append(" to mend").toString(), 1);
    }

    private int print(String text, int status) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text.stripTrailing());
        out.flush();
        return status;
    }
}
