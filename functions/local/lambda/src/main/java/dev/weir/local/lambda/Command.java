package dev.weir.local.lambda;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a function's process is started: its words, its working directory and its task root.
record Command(List<String> words, Path directory, Path taskRoot) {

    private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    static Command of(FunctionSpec spec, LambdaSettings settings) throws IOException {
        return switch (spec.code()) {
            case Code.JvmZip(Path zip, String handler) -> jvm(spec, settings, zip, handler);
            case Code.NativeExecutable(Path executable) -> executable(spec, executable.toAbsolutePath());
        };
    }

    /// The heap is bounded as the executable does it by itself where the machine has the function's memory and no more.
    private static Command executable(FunctionSpec spec, Path executable) throws IOException {
        if (!Files.isExecutable(executable)) {
            throw new IOException(executable + " is not an executable file");
        }
        Path folder = executable.resolve("..").normalize();
        return new Command(List.of(executable.toString(), heap(spec)), folder, folder);
    }

    private static Command jvm(FunctionSpec spec, LambdaSettings settings, Path zip, String handler)
            throws IOException {
        Unpacked unpacked = Unpacked.of(zip, settings.folders().work().resolve(spec.name()));
        List<String> words = new ArrayList<>();
        words.add(settings.java().toString());
        words.addAll(options(spec, unpacked));
        words.add("-cp");
        words.add(classPath(unpacked, settings.folders().runtimeLib()));
        words.add(RUNTIME);
        words.add(handler);
        return new Command(List.copyOf(words), unpacked.run(), unpacked.task());
    }

    /// What Lambda's Java runtime sets. The archive of loaded classes halves the second start; it
    /// works for jars alone.
    private static List<String> options(FunctionSpec spec, Unpacked unpacked) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                heap(spec),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (!unpacked.hasClassesAtItsRoot()) {
            options.addAll(List.of(
                    "-XX:+AutoCreateSharedArchive",
                    "-XX:SharedArchiveFile=" + unpacked.classArchive(),
                    "-Xlog:disable",
                    "-Xlog:all=error:stderr"));
        }
        return options;
    }

    private static String heap(FunctionSpec spec) {
        return "-Xmx" + spec.memoryMb() * 4 / 5 + "m";
    }

    private static String classPath(Unpacked unpacked, Path runtimeLib) throws IOException {
        List<Path> runtime = Unpacked.jarsIn(runtimeLib);
        if (runtime.isEmpty()) {
            throw new IOException(runtimeLib + " has no jars of the Java runtime client");
        }
        Stream<Path> root = unpacked.hasClassesAtItsRoot() ? Stream.of(unpacked.task()) : Stream.empty();
        return Stream.of(root, unpacked.jars().stream(), runtime.stream())
                .flatMap(paths -> paths)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
