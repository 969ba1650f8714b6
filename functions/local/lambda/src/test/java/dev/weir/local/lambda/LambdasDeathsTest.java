package dev.weir.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes that end, hang, or never begin.
class LambdasDeathsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void aProcessThatExitsFailsTheInvocationItHeldAndTheNextStartsANewOne() throws Exception {
        try (Harbour harbour = Harbour.open(folder).simple()) {
            String first = harbour.answer("pid");

            Invocation.Failed failure = Harbour.failure(harbour.invoke("exit 7"));

            assertThat(failure.type()).isEqualTo("Runtime.ExitError");
            assertThat(failure.message()).endsWith("exit status 7");
            assertThat(harbour.answer("pid")).isNotEqualTo(first);
        }
    }

    @Test
    void aKilledProcessFailsExactlyTheInvocationItHeld() throws Exception {
        try (Harbour harbour = Harbour.open(folder).with(LONG, 2, Map.of());
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Path latch = folder.resolve("latch");
            Future<Invocation> victim = callers.submit(() -> harbour.invoke("hold " + latch));
            Harbour.awaitExists(folder.resolve("latch.held"));
            ProcessHandle process = harbour.onlyProcess();
            Future<Invocation> other = callers.submit(() -> harbour.invoke("hold " + folder.resolve("other")));
            Harbour.awaitExists(folder.resolve("other.held"));

            process.destroyForcibly();

            assertThat(Harbour.failure(victim.get()).message()).endsWith("exit status 137 (signal 9)");
            Files.createFile(folder.resolve("other"));
            assertThat(Harbour.text(other.get())).isNotEqualTo(Long.toString(process.pid()));
        }
    }

    @Test
    void aWarmProcessThatHasBeenKilledIsNotGivenTheNextInvocation() throws Exception {
        try (Harbour harbour = Harbour.open(folder).simple()) {
            for (int i = 0; i < 5; i++) {
                harbour.answer("echo warm");
                ProcessHandle process = harbour.onlyProcess();
                process.destroyForcibly();
                Harbour.awaitEnd(process);

                assertThat(harbour.answer("echo again")).isEqualTo("again");
            }
        }
    }

    @Test
    void beyondItsTimeoutTheInvocationFailsAndTheProcessIsKilled() throws Exception {
        try (Harbour harbour = Harbour.open(folder).with(Duration.ofMillis(1_500), 1, Map.of())) {
            harbour.answer("echo warm");
            ProcessHandle process = harbour.onlyProcess();

            Invocation.Failed failure = Harbour.failure(harbour.invoke("hold " + folder.resolve("never")));

            assertThat(failure.type()).isEqualTo("Sandbox.Timedout");
            assertThat(failure.message()).endsWith("Task timed out after 1.50 seconds");
            Harbour.awaitEnd(process);
            assertThat(harbour.answer("echo again")).isEqualTo("again");
        }
    }

    @Test
    void anExitAtTheStartFailsWithTheLastWordsOnStandardError() throws Exception {
        try (Harbour harbour = Harbour.open(folder).with(LONG, 1, Map.of("AT_START", "exit"))) {
            Invocation.Failed failure = Harbour.failure(harbour.invoke("echo"));

            assertThat(failure.type()).isEqualTo("Runtime.ExitError");
            assertThat(failure.message()).endsWith("exit status 3: no room for the ballast");
            assertThat(Harbour.failure(harbour.invoke("echo"))).isEqualTo(failure);
        }
    }

    @Test
    void anErrorThatTheRuntimeReportsAtTheStartIsTheFailure() throws Exception {
        try (Harbour harbour = Harbour.open(folder).with(LONG, 1, Map.of("AT_START", "throw"))) {
            Invocation.Failed failure = Harbour.failure(harbour.invoke("echo"));

            assertThat(failure.type()).isEqualTo("java.lang.ExceptionInInitializerError");
            assertThat(failure.message()).contains("TestFunction");
        }
    }

    @Test
    void runningOutOfMemoryAtTheStartIsAFailureNotAHang() throws Exception {
        try (Harbour harbour = Harbour.open(folder).with(LONG, 1, Map.of("AT_START", "allocate"))) {
            Invocation.Failed failure = Harbour.failure(harbour.invoke("echo"));

            assertThat(failure.type() + failure.message()).contains("OutOfMemoryError");
        }
    }

    @Test
    void aProcessThatNeverAsksForWorkIsKilled() throws Exception {
        Path script = folder.resolve("mute");
        Files.writeString(script, "#!/bin/sh\nexec sleep 600\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Limits impatient = new Limits(1, Duration.ofMillis(300), Duration.ofSeconds(5));
        try (Harbour harbour = Harbour.open(folder, impatient)) {
            var code = new Code.NativeExecutable(script);
            harbour.lambdas().register(new FunctionSpec(Harbour.FUNCTION, code, Map.of(), LONG, 128, 1));

            assertThat(Harbour.failure(harbour.invoke("echo")).message()).contains("did not ask for work");
            await().atMost(LONG).until(() -> harbour.lambdas().processes().isEmpty());
        }
    }

    @Test
    void aMissingZipIsAFailureThatNamesIt() throws Exception {
        try (Harbour harbour = Harbour.open(folder)) {
            var code = new Code.JvmZip(folder.resolve("absent.zip"), "a.B::c");
            harbour.lambdas().register(new FunctionSpec(Harbour.FUNCTION, code, Map.of(), LONG, 128, 1));

            assertThat(Harbour.failure(harbour.invoke("echo")).message())
                    .startsWith("Error: cannot start ferry: ")
                    .contains("absent.zip");
        }
    }
}
