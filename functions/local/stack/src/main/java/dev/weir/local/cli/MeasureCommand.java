package dev.weir.local.cli;

import dev.weir.local.cost.Figures;
import dev.weir.local.cost.Measurement;
import dev.weir.local.stack.Artifacts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
        Set<String> functions = functions();
        if (functions.isEmpty()) {
            throw new CannotDo("there are no native executables; ./weir bench --native builds them");
        }
        Figures jvm = measured(_ -> false, functions);
        Figures executables = measured(functions::contains, functions);
        out.println("| | JVM | native |");
        out.println("|---|---|---|");
        jvm.values().forEach((name, value) -> {
            if (functions.contains(name.substring(0, name.indexOf(':')))) {
                row(out, name, value, executables.values().getOrDefault(name, ""));
            }
        });
        for (String function : functions) {
            Path target = root.resolve("functions").resolve(function).resolve("target");
            row(
                    out,
                    function + ": zip, MB",
                    megabytes(target, "function.zip"),
                    megabytes(target, "native/function.zip"));
        }
        out.flush();
        return 0;
    }

    private static void row(PrintWriter out, String name, String jvm, String executable) {
        out.println("| " + name + " | " + jvm + " | " + executable + " |");
    }

    private Figures measured(Predicate<String> executables, Set<String> functions) throws Exception {
        Path folder = Files.createTempDirectory("weir-measure");
        try {
            return Measurement.of(new Artifacts(root, executables), folder, functions);
        } finally {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    /// Functions that there are executables of.
    private Set<String> functions() throws IOException {
        try (Stream<Path> folders = Files.list(root.resolve("functions"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("target/native/function.zip")))
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String megabytes(Path target, String file) throws IOException {
        return "%.1f".formatted(Files.size(target.resolve(file)) / 1e6);
    }
}
