package dev.weir.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A Lambda service with the test function as its only code.
record Harbour(Path folder, Lambdas lambdas) implements AutoCloseable {

    static final String FUNCTION = "ferry";
    private static final String CLASS = "dev/weir/local/lambda/TestFunction.class";
    private static final String HANDLER = "dev.weir.local.lambda.TestFunction::handleRequest";

    static Harbour open(Path folder) throws IOException {
        return open(folder, Limits.DEFAULT);
    }

    static Harbour open(Path folder, Limits limits) throws IOException {
        var folders = new LambdaSettings.Folders(runtimeLib(folder), folder.resolve("work"), folder.resolve("logs"));
        return new Harbour(folder, Lambdas.start(LambdaSettings.of(folders).withLimits(limits)));
    }

    Harbour with(Duration timeout, int concurrency, Map<String, String> environment) throws IOException {
        Path zip = folder.resolve("function.zip");
        Files.write(zip, zipped(CLASS, testFunction()));
        return with(zip, timeout, concurrency, environment);
    }

    /// The function as a jar in `lib/`, as Quarkus packages it.
    Harbour withJar() throws IOException {
        Path zip = folder.resolve("jars.zip");
        Files.write(zip, zipped("lib/function.jar", zipped(CLASS, testFunction())));
        return with(zip, Duration.ofSeconds(30), 1, Map.of());
    }

    private Harbour with(Path zip, Duration timeout, int concurrency, Map<String, String> environment) {
        lambdas.register(
                new FunctionSpec(FUNCTION, new Code.JvmZip(zip, HANDLER), environment, timeout, 256, concurrency));
        return this;
    }

    Harbour simple() throws IOException {
        return with(Duration.ofSeconds(30), 1, Map.of());
    }

    Invocation invoke(String payload) throws InterruptedException {
        return lambdas.invoke(FUNCTION, payload.getBytes(StandardCharsets.UTF_8));
    }

    String answer(String payload) throws InterruptedException {
        return text(invoke(payload));
    }

    static String text(Invocation invocation) {
        assertThat(invocation).isInstanceOf(Invocation.Answered.class);
        return new String(((Invocation.Answered) invocation).payload(), StandardCharsets.UTF_8);
    }

    static Invocation.Failed failure(Invocation invocation) {
        assertThat(invocation).isInstanceOf(Invocation.Failed.class);
        return (Invocation.Failed) invocation;
    }

    ProcessHandle onlyProcess() {
        assertThat(lambdas.processes()).hasSize(1);
        return ProcessHandle.of(lambdas.processes().getFirst().pid()).orElseThrow();
    }

    static void awaitExists(Path file) {
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(file));
    }

    static void awaitEnd(ProcessHandle process) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
    }

    List<String> log() throws IOException {
        return Files.readAllLines(folder.resolve("logs").resolve(FUNCTION + ".log"));
    }

    @Override
    public void close() {
        lambdas.close();
    }

    static Path runtimeLib(Path folder) throws IOException {
        Path lib = Files.createDirectories(folder.resolve("runtime"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path jar = Path.of(entry);
            if (jar.getFileName().toString().matches("(aws-lambda-java-|utils-lite-|annotations-).*\\.jar")
                    && !Files.exists(lib.resolve(jar.getFileName()))) {
                Files.copy(jar, lib.resolve(jar.getFileName()));
            }
        }
        return lib;
    }

    static byte[] zipped(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] testFunction() throws IOException {
        try (InputStream in = Objects.requireNonNull(TestFunction.class.getResourceAsStream("/" + CLASS))) {
            return in.readAllBytes();
        }
    }
}
