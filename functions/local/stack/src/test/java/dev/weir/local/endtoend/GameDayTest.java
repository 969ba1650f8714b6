package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A game day as people run it.
class GameDayTest {

    private static final Path ROOT = Path.of(System.getProperty("weir.root"));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @TempDir
    Path tools;

    @Test
    void whatShouldBeSeenIsSeen() throws Exception {
        assumeTrue(ServicesUnderTest.areEmbedded(), "game days break the embedded services");
        try (Running _ = Running.on(folder)) {
            assertThat(run("throttled-stream")).endsWith("game day throttled-stream: all of it was seen");
        }
    }

    @Test
    void saysThatNothingIsRunning() throws Exception {
        assertThat(run("throttled-stream")).contains("no stack is running on");
    }

    private String run(String name) throws IOException, InterruptedException {
        Path out = tools.resolve(name + ".out");
        ProcessBuilder builder = new ProcessBuilder(
                "bash", ROOT.resolve("infra/gamedays/run").toString(), name, "--data", folder.toString());
        builder.environment().put("WEIR", launcher().toString());
        // Functions may start slowly where a whole build runs beside.
        builder.environment().put("WEIR_GAMEDAY_TRIES", "80");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        if (!process.waitFor(6, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("game day " + name + " does not end: " + Files.readString(out));
        }
        return Files.readString(out).strip();
    }

    /// The commands as they are in this build, which has no packages yet.
    private Path launcher() throws IOException {
        Path launcher = tools.resolve("weir");
        Files.writeString(
                launcher, """
                #!/usr/bin/env bash
                exec "%s/bin/java" --enable-native-access=ALL-UNNAMED -cp '%s' dev.weir.local.cli.Weir "$@"
                """.formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return launcher;
    }
}
