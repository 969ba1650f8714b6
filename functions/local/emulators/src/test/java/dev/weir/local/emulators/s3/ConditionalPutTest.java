package dev.weir.local.emulators.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

class ConditionalPutTest {
    private static final int WRITERS = 8;

    @TempDir
    Path data;

    private Store store;
    private ExecutorService writers;

    @BeforeEach
    void start() {
        store = new Store(data);
        store.client.createBucket(r -> r.bucket("lake"));
        writers = Executors.newFixedThreadPool(WRITERS);
    }

    @AfterEach
    void stop() {
        writers.close();
        store.close();
    }

    @Test
    void createsOnlyWhatIsNotThere() {
        assertThat(putIfAbsent("a", "first")).isEqualTo(200);
        assertThat(putIfAbsent("a", "second")).isEqualTo(412);
        assertThat(store.get("a")).asString(UTF_8).isEqualTo("first");
    }

    @Test
    void replacesOnlyTheVersionThatIsMeant() {
        String first = store.put("a", "first").eTag();

        assertThat(putIfMatch("a", "second", first)).isEqualTo(200);
        assertThat(putIfMatch("a", "third", first)).isEqualTo(412);
        assertThat(store.get("a")).asString(UTF_8).isEqualTo("second");
    }

    @Test
    void oneOfManyWritersCreatesTheObject() throws Exception {
        for (int round = 0; round < 25; round++) {
            String key = "created/" + round;

            List<Integer> answers = race(writer -> putIfAbsent(key, "writer-" + writer));

            assertThat(answers).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 412);
            assertThat(store.get(key)).asString(UTF_8).isEqualTo("writer-" + answers.indexOf(200));
        }
    }

    @Test
    void oneOfManyWritersReplacesTheVersionTheyAllSaw() throws Exception {
        for (int round = 0; round < 25; round++) {
            String seen = store.put("replaced", "round-" + round).eTag();

            List<Integer> answers = race(writer -> putIfMatch("replaced", "writer-" + writer, seen));

            assertThat(answers).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 412);
            assertThat(store.get("replaced")).asString(UTF_8).isEqualTo("writer-" + answers.indexOf(200));
        }
    }

    @Test
    void anObjectOnItsWayIsInNoListingAndHasNoName() throws Exception {
        var halfWay = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        int size = 2 << 20;
        Future<?> writer = writers.submit(() -> store.client.putObject(
                r -> r.bucket("lake").key("slow.parquet"),
                RequestBody.fromInputStream(new Halting(size, halfWay, goOn), size)));
        assertThat(halfWay.await(20, TimeUnit.SECONDS)).isTrue();
        awaitStagedFile();

        assertThat(store.keys()).isEmpty();
        assertThat(data.resolve("lake/slow.parquet")).doesNotExist();
        goOn.countDown();
        writer.get(20, TimeUnit.SECONDS);

        assertThat(store.keys()).containsExactly("slow.parquet");
        assertThat(data.resolve("lake/slow.parquet")).hasSize(size);
    }

    private void awaitStagedFile() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (isEmpty(data.resolve("lake")) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(data.resolve("lake")).isNotEmptyDirectory();
    }

    private static boolean isEmpty(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @Test
    void anIfMatchOnNothingIsRefused() {
        assertThatThrownBy(() -> store.client.putObject(
                        r -> r.bucket("lake").key("none").ifMatch("\"0cc175b9c0f1b6a831c399e269772661\""),
                        RequestBody.fromString("x")))
                .isInstanceOf(S3Exception.class);
        assertThat(store.keys()).isEmpty();
    }

    private interface Attempt {
        int by(int writer);
    }

    private List<Integer> race(Attempt attempt) throws Exception {
        var line = new CyclicBarrier(WRITERS);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            answers.add(writers.submit(() -> {
                line.await(20, TimeUnit.SECONDS);
                return attempt.by(writer);
            }));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get(20, TimeUnit.SECONDS));
        }
        return statuses;
    }

    private int putIfAbsent(String key, String text) {
        return status(
                PutObjectRequest.builder()
                        .bucket("lake")
                        .key(key)
                        .ifNoneMatch("*")
                        .build(),
                text);
    }

    private int putIfMatch(String key, String text, String tag) {
        return status(
                PutObjectRequest.builder().bucket("lake").key(key).ifMatch(tag).build(), text);
    }

    private int status(PutObjectRequest request, String text) {
        try {
            return store.client
                    .putObject(request, RequestBody.fromString(text))
                    .sdkHttpResponse()
                    .statusCode();
        } catch (S3Exception failure) {
            return failure.statusCode();
        }
    }
}
