package dev.weir.local.cli;

import dev.weir.local.cost.Figures;
import dev.weir.local.cost.Measurement;
import dev.weir.local.stack.Artifacts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Prints what the functions cost in JVMs and as executables, as a table in Markdown.
@Command(
        name = "measure",
        description = "What the functions cost in JVMs and as native executables; ./weir bench --native builds these.",
        mixinStandardHelpOptions = true,
        hidden = true)
final class MeasureCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final Path root = Path.of(System.getProperty("weir.root", "."));

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Figures jvm = measured(_ -> false);
        Figures executables = measured(_ -> true);
        out.println("| | JVM | native |");
        out.println("|---|---|---|");
        jvm.values()
                .forEach((name, value) -> out.println("| " + name + " | " + value + " | "
                        + executables.values().get(name) + " |"));
        for (Path function : functions()) {
            out.println("| %s: zip, MB | %.1f | %.1f |"
                    .formatted(
                            function.getFileName(),
                            megabytes(function.resolve("target/function.zip")),
                            megabytes(function.resolve("target/native/function.zip"))));
        }
        out.flush();
        return 0;
    }

    private Figures measured(Predicate<String> executables) throws Exception {
        Path folder = Files.createTempDirectory("weir-measure");
        try {
            return Measurement.of(new Artifacts(root, executables), folder);
        } finally {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private Iterable<Path> functions() throws IOException {
        try (Stream<Path> folders = Files.list(root.resolve("functions"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("target/native/function.zip")))
                    .sorted()
                    .toList();
        }
    }

    private static double megabytes(Path file) throws IOException {
        return Files.size(file) / 1e6;
    }
}
