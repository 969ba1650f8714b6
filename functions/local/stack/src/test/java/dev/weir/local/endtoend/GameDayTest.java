package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Game days as people run them.
class GameDayTest {

    private static final Path GAME_DAYS = Path.of(System.getProperty("weir.root"), "infra/gamedays");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @TempDir
    Path tools;

    /// One after another: two at once would have a second collector started, which takes longer than a request waits
    /// where a whole build runs beside.
    @Test
    void whatShouldBeSeenIsSeen() throws Exception {
        assumeTrue(ServicesUnderTest.areEmbedded(), "game days break the embedded services");
        try (Launcher _ = Launcher.at(launcher());
                Running _ = Running.on(folder)) {
            for (String name : all()) {
                assertThat(run(name)).endsWith("game day " + name + ": all of it was seen");
            }
        }
    }

    @Test
    void saysThatNothingIsRunning() throws Exception {
        assertThat(run("throttled-stream")).contains("no stack is running on");
    }

    private Path launcher() {
        return tools.resolve("weir");
    }

    private static List<String> all() throws IOException {
        try (Stream<Path> files = Files.list(GAME_DAYS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sh"))
                    .map(name -> name.replace(".sh", ""))
                    .sorted()
                    .toList();
        }
    }

    private String run(String name) throws IOException, InterruptedException {
        Path out = tools.resolve(name + ".out");
        ProcessBuilder builder =
                new ProcessBuilder("bash", GAME_DAYS.resolve("run").toString(), name, "--data", folder.toString());
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
}
