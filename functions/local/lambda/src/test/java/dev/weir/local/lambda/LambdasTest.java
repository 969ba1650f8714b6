package dev.weir.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdasTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void startsNoProcessBeforeTheFirstInvocation() throws IOException {
        try (Harbour harbour = Harbour.open(folder).simple()) {
            assertThat(harbour.lambdas().processes()).isEmpty();
        }
    }

    @Test
    void answersWithWhatTheFunctionReturnsByteForByte() throws Exception {
        try (Harbour harbour = Harbour.open(folder).simple()) {
            assertThat(harbour.answer("echo fährt über €")).isEqualTo("fährt über €");
        }
    }

    @Test
    void answersAPayloadOfNoBytes() throws Exception {
        try (Harbour harbour = Harbour.open(folder).simple()) {
            assertThat(Harbour.failure(harbour.invoke("")).message()).isEqualTo("no such word");
        }
    }

    @Test
    void keepsTheProcessWarm() throws Exception {
        try (Harbour harbour = Harbour.open(folder).simple()) {
            assertThat(harbour.answer("pid")).isEqualTo(harbour.answer("pid"));
        }
    }

    @Test
    void reportsTypeAndMessageOfWhatTheFunctionThrows() throws Exception {
        try (Harbour harbour = Harbour.open(folder).simple()) {
            Invocation.Failed failure = Harbour.failure(harbour.invoke("throw leak"));

            assertThat(failure).isEqualTo(new Invocation.Failed("java.lang.IllegalStateException", "leak"));
            assertThat(harbour.answer("echo afloat")).isEqualTo("afloat");
        }
    }

    @Test
    void tellsTheFunctionWhatLambdaWouldTell() throws Exception {
        try (Harbour harbour = Harbour.open(folder).with(LONG, 1, Map.of("ROUTE", "north"))) {
            assertThat(harbour.answer("context"))
                    .isEqualTo("ferry arn:aws:lambda:us-east-1:000000000000:function:ferry");
            assertThat(Integer.parseInt(harbour.answer("remaining"))).isBetween(1_000, 30_000);
            assertThat(harbour.answer("env ROUTE")).isEqualTo("north");
            assertThat(harbour.answer("env AWS_LAMBDA_FUNCTION_MEMORY_SIZE")).isEqualTo("256");
            assertThat(harbour.answer("env AWS_LAMBDA_RUNTIME_API"))
                    .startsWith("127.0.0.1:" + harbour.lambdas().port() + "/fn/ferry");
        }
    }

    @Test
    void doesNotInheritTheLaunchersEnvironment() throws Exception {
        try (Harbour harbour = Harbour.open(folder).simple()) {
            Set<String> foreign = new HashSet<>(System.getenv().keySet());
            foreign.removeAll(Set.of("PATH", "HOME", "LANG", "TMPDIR", "PWD", "OLDPWD", "SHLVL", "_", "TZ"));
            foreign.removeIf(name -> name.startsWith("AWS_"));

            assertThat(foreign).isNotEmpty();
            assertThat(List.of(harbour.answer("environment").split(","))).doesNotContainAnyElementsOf(foreign);
        }
    }

    @Test
    void fiftyInvocationsAtOnceShareTwoProcesses() throws Exception {
        try (Harbour harbour = Harbour.open(folder).with(LONG, 2, Map.of());
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                String payload = "echo " + i;
                calls.add(() -> harbour.answer(payload));
            }

            List<Future<String>> answers = callers.invokeAll(calls);

            for (int i = 0; i < 50; i++) {
                assertThat(answers.get(i).get()).isEqualTo(Integer.toString(i));
            }
            assertThat(harbour.lambdas().processes()).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void refusesWhatIsBeyondConcurrencyAndQueue() throws Exception {
        Limits narrow = new Limits(1, LONG, Duration.ofSeconds(5));
        try (Harbour harbour = Harbour.open(folder, narrow).simple();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Path latch = folder.resolve("latch");
            Future<Invocation> running = callers.submit(() -> harbour.invoke("hold " + latch));
            Harbour.awaitExists(folder.resolve("latch.held"));
            List<Future<Invocation>> more = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                more.add(callers.submit(() -> harbour.invoke("echo waited")));
            }

            await().atMost(LONG)
                    .until(() -> more.stream().filter(Future::isDone).count() == 2);
            Files.createFile(latch);

            assertThat(running.get()).isInstanceOf(Invocation.Answered.class);
            List<Invocation> outcomes = new ArrayList<>();
            for (Future<Invocation> one : more) {
                outcomes.add(one.get());
            }
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome instanceof Invocation.Failed(String type, String _)
                            && type.equals("TooManyRequestsException"))
                    .hasSize(2);
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome instanceof Invocation.Answered)
                    .hasSize(1);
        }
    }

    @Test
    void logsTheLinesOfLambdaAndTheOutputOfTheFunction() throws Exception {
        try (Harbour harbour = Harbour.open(folder).simple()) {
            harbour.answer("print ahoy");
            harbour.answer("echo");
            await().atMost(LONG).until(() -> harbour.log().toString().contains("ahoy on error"));

            List<String> log = harbour.log();

            assertThat(log).anyMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z ahoy"));
            assertThat(log)
                    .filteredOn(line -> line.contains(" INIT_START "))
                    .singleElement()
                    .asString()
                    .endsWith("Process: " + harbour.onlyProcess().pid());
            assertThat(log)
                    .filteredOn(line -> line.contains(" START RequestId: "))
                    .hasSize(2);
            assertThat(log)
                    .filteredOn(line -> line.contains(" END RequestId: "))
                    .hasSize(2);
            assertThat(log).filteredOn(line -> line.contains("Init Duration: ")).hasSize(1);
            assertThat(log)
                    .filteredOn(line -> line.matches(".* REPORT RequestId: \\S+\tDuration: [0-9.]+ ms\t"
                            + "Billed Duration: \\d+ ms\tMemory Size: 256 MB\tMax Memory Used: \\d+ MB.*"))
                    .hasSize(2);
        }
    }

    @Test
    void neverLogsAPayload() throws Exception {
        try (Harbour harbour = Harbour.open(folder).simple()) {
            harbour.answer("echo secret-cargo");

            assertThat(harbour.log()).noneMatch(line -> line.contains("secret-cargo"));
        }
    }

    @Test
    void passesAnAnswerOfSixMegabytesAndRefusesOneBeyond() throws Exception {
        try (Harbour harbour = Harbour.open(folder).simple()) {
            int limit = 6 * 1024 * 1024;

            assertThat(harbour.answer("large " + limit)).hasSize(limit);
            assertThat(Harbour.failure(harbour.invoke("large " + (limit + 1))).type())
                    .isEqualTo("Function.ResponseSizeTooLarge");
            assertThat(harbour.answer("echo afloat")).isEqualTo("afloat");
        }
    }

    @Test
    void refusesAPayloadBeyondSixMegabytes() throws Exception {
        try (Harbour harbour = Harbour.open(folder).simple()) {
            byte[] payload = new byte[6 * 1024 * 1024 + 1];

            Invocation outcome = harbour.lambdas().invoke(Harbour.FUNCTION, payload);

            assertThat(Harbour.failure(outcome).type()).isEqualTo("RequestTooLargeException");
        }
    }

    @Test
    void runsAZipOfJarsFromAnArchiveOfItsClassesOnTheSecondStart() throws Exception {
        try (Harbour harbour = Harbour.open(folder).withJar()) {
            assertThat(harbour.answer("echo one")).isEqualTo("one");
        }
        try (Harbour harbour = Harbour.open(folder).withJar()) {
            assertThat(harbour.answer("archive")).contains("-XX:SharedArchiveFile=");
        }
        try (var files = Files.walk(folder.resolve("work"))) {
            assertThat(files).anyMatch(file -> file.endsWith("classes.jsa"));
        }
    }

    @Test
    void closingEndsProcessesAndWhatTheyHeld() throws Exception {
        ProcessHandle process;
        Future<Invocation> held;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            try (Harbour harbour = Harbour.open(folder).simple()) {
                held = callers.submit(() -> harbour.invoke("hold " + folder.resolve("never")));
                Harbour.awaitExists(folder.resolve("never.held"));
                process = harbour.onlyProcess();
            }
            assertThat(process.isAlive()).isFalse();
            assertThat(held.get()).isInstanceOf(Invocation.Failed.class);
        }
    }

    @Test
    void anUnknownFunctionIsAMistake() throws Exception {
        try (Harbour harbour = Harbour.open(folder)) {
            byte[] payload = "{}".getBytes(StandardCharsets.UTF_8);

            assertThatThrownBy(() -> harbour.lambdas().invoke("nobody", payload))
                    .hasMessage("function nobody is not registered");
        }
    }
}
