package dev.weir.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherDeathTest {

    @TempDir
    Path folder;

    @Test
    void idleAndBusyFunctionsEndWhenTheLauncherIsKilled() throws Exception {
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedLauncher.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ProcessHandle> functions = functions(launcher);
        try {
            assertThat(functions).hasSize(2).allMatch(ProcessHandle::isAlive);

            launcher.destroyForcibly().waitFor();

            functions.forEach(Harbour::awaitEnd);
        } finally {
            functions.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static List<ProcessHandle> functions(Process launcher) throws IOException {
        List<ProcessHandle> functions = new ArrayList<>();
        try (BufferedReader lines = launcher.inputReader()) {
            for (String line = lines.readLine(); line != null && !line.equals("ready"); line = lines.readLine()) {
                functions.add(ProcessHandle.of(Long.parseLong(line)).orElseThrow());
            }
        }
        return functions;
    }
}
