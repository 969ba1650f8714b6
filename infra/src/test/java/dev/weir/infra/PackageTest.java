package dev.weir.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How `infra/ops release` packages a function.
class PackageTest {

    @TempDir
    private Path folder;

    @Test
    void putsOurStartScriptBeforeTheExecutable() throws Exception {
        Path packaged = folder.resolve("functions")
                .resolve(packaged(nativePackage("one", 1)).getFirst());

        try (ZipFile zip = new ZipFile(packaged.toFile())) {
            assertThat(new String(zip.getInputStream(zip.getEntry("function")).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("one");
            assertThat(zip.getInputStream(zip.getEntry("bootstrap")).readAllBytes())
                    .isEqualTo(Files.readAllBytes(Path.of(System.getProperty("weir.root"), "infra/package/bootstrap")));
        }
    }

    @Test
    void theSameContentHasTheSameNameWheneverItWasBuilt() throws Exception {
        assertThat(packaged(nativePackage("one", 1))).isEqualTo(packaged(nativePackage("one", 1_000_000_000_000L)));
    }

    @Test
    void otherContentHasAnotherName() throws Exception {
        packaged(nativePackage("one", 1));

        assertThat(packaged(nativePackage("two", 1)))
                .hasSize(2)
                .allMatch(name -> name.matches("collector-arm64-[0-9a-f]{16}\\.zip"));
    }

    @Test
    void refusesAnExecutableForAnotherMachine() throws Exception {
        String header = "\u007fELF" + "\0".repeat(14);

        assertThat(attempt(nativePackage(header + (char) 0x3e, 1))).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("log"))).contains("is for x86_64");
        assertThat(attempt(nativePackage(header + (char) 0x28, 1))).isZero();
    }

    @Test
    void packagesForTheOtherMachineWhereThatIsAskedFor() throws Exception {
        String header = "\u007fELF" + "\0".repeat(14);

        assertThat(attempt(nativePackage(header + (char) 0x3e, 1), "x86_64")).isZero();
        try (var files = Files.list(folder.resolve("functions"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .matches("collector-x86_64-[0-9a-f]{16}\\.zip");
        }
    }

    private Path nativePackage(String executable, long time) throws IOException {
        Path file = folder.resolve("package.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            ZipEntry entry = new ZipEntry("bootstrap");
            entry.setTime(time);
            zip.putNextEntry(entry);
            zip.write(executable.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private List<String> packaged(Path file) throws IOException, InterruptedException {
        int status = attempt(file);
        assertThat(status).as(Files.readString(folder.resolve("log"))).isZero();
        try (var files = Files.list(folder.resolve("functions"))) {
            return files.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    private int attempt(Path file) throws IOException, InterruptedException {
        return attempt(file, "arm64");
    }

    private int attempt(Path file, String machine) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("functions"));
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                "-euc",
                "complain() { echo \"$*\" >&2; exit 1; }; source \"$home/commands/release.sh\"; package collector \"$1\"",
                "bash",
                file.toString());
        builder.environment().put("home", System.getProperty("weir.root") + "/infra");
        builder.environment().put("release", folder.toString());
        builder.environment().put("arch", machine);
        builder.environment().put("TMPDIR", folder.toString());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
