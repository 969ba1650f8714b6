package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Game days as people run them.
class GameDayTest {

    private static final Path GAME_DAYS = Path.of(System.getProperty("weir.root"), "infra/gamedays");

    /// Refuses what the others send, so nothing else runs beside it.
    private static final String ALONE = "throttled-stream";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @TempDir
    Path tools;

    /// Those that can be are run at once: they wait for most of their time, and what one breaks is nothing to the
    /// others' events.
    @Test
    void whatShouldBeSeenIsSeen() throws Exception {
        assumeTrue(ServicesUnderTest.areEmbedded(), "game days break the embedded services");
        try (Launcher _ = Launcher.at(launcher());
                Running _ = Running.on(folder)) {
            assertThat(atOnce(others())).allSatisfy(output -> assertThat(output).endsWith(": all of it was seen"));
            assertThat(run(ALONE)).endsWith("game day throttled-stream: all of it was seen");
        }
    }

    @Test
    void saysThatNothingIsRunning() throws Exception {
        assertThat(run(ALONE)).contains("no stack is running on");
    }

    private Path launcher() {
        return tools.resolve("weir");
    }

    private static List<String> others() throws IOException {
        try (Stream<Path> files = Files.list(GAME_DAYS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sh"))
                    .map(name -> name.replace(".sh", ""))
                    .filter(name -> !name.equals(ALONE))
                    .sorted()
                    .toList();
        }
    }

    private List<String> atOnce(List<String> names) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> days = names.stream()
                    .<Callable<String>>map(name -> () -> run(name))
                    .toList();
            return threads.invokeAll(days).stream().map(Future::resultNow).toList();
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
