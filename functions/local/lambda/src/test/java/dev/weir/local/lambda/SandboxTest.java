package dev.weir.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

    @TempDir
    Path folder;

    private Process process;
    private Sandbox sandbox;
    private Future<Boolean> watcher;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
        FunctionSpec spec = new FunctionSpec(
                "raft", new Code.NativeExecutable(Path.of("raft")), Map.of(), Duration.ofSeconds(30), 128, 1);
        FunctionLog log = new FunctionLog(folder.resolve("raft.log"), Clock.systemUTC());
        sandbox = new Sandbox(spec, Limits.DEFAULT, log, process);
        watcher = threads.submit(() -> {
            sandbox.watch();
            return true;
        });
    }

    @AfterEach
    void end() throws Exception {
        process.destroyForcibly();
        watcher.get();
        threads.close();
    }

    @Test
    void aPollThatWasFollowedByAnotherIsGivenNothing() throws Exception {
        Future<Boolean> first = threads.submit(() -> sandbox.next() == null);
        await().until(sandbox::hasPolled);
        Future<Handover> second = threads.submit(() -> sandbox.next());
        assertThat(first.get()).isTrue();

        Handover handover = new Handover("1", new byte[0]);
        Future<Outcome> outcome = threads.submit(() -> sandbox.run(handover));

        assertThat(second.get()).isSameAs(handover);
        handover.settle(new Invocation.Answered(new byte[0]));
        assertThat(outcome.get()).isInstanceOf(Outcome.Settled.class);
    }

    @Test
    void whatCouldNotBeWrittenToTheProcessIsFreeForAnother() throws Exception {
        Handover handover = new Handover("1", new byte[0]);
        Future<Outcome> outcome = threads.submit(() -> sandbox.run(handover));
        sandbox.next();

        handover.undelivered(Failures.connectionLost());

        assertThat(outcome.get()).isInstanceOf(Outcome.Undelivered.class);
    }

    @Test
    void whatAProcessHadNotFetchedWhenItEndedIsFreeForAnother() throws Exception {
        Handover handover = new Handover("1", new byte[0]);
        Future<Outcome> outcome = threads.submit(() -> sandbox.run(handover));

        process.destroyForcibly();

        assertThat(outcome.get()).isInstanceOf(Outcome.Undelivered.class);
    }

    @Test
    void whatAProcessHadFetchedWhenItEndedHasFailed() throws Exception {
        Handover handover = new Handover("1", new byte[0]);
        Future<Outcome> outcome = threads.submit(() -> sandbox.run(handover));
        sandbox.next();

        process.destroyForcibly();

        assertThat(outcome.get())
                .isInstanceOfSatisfying(
                        Outcome.Settled.class,
                        settled -> assertThat(settled.invocation()).isInstanceOf(Invocation.Failed.class));
    }

    @Test
    void theEndOfTheProcessEndsItsPoll() throws Exception {
        Future<Boolean> poll = threads.submit(() -> sandbox.next() == null);
        await().until(sandbox::hasPolled);

        process.destroyForcibly();

        assertThat(poll.get()).isTrue();
    }
}
