package dev.weir.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.weir.lake.ObjectStore.PutOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.retry.RetryMode;

class S3ObjectsTest {

    private static final ObjectContent CONTENT =
            new ObjectContent(new byte[] {1, 2, 3}, "application/x-test", Map.of("last-sequence", "9"));

    private final List<HttpExchange> requests = new CopyOnWriteArrayList<>();
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private int status = 200;
    private WiredBucket bucket;
    private S3Objects objects;

    @BeforeEach
    void startABucket() throws IOException {
        bucket = WiredBucket.answering(this::answer, config -> config.retryStrategy(RetryMode.LEGACY));
        objects = bucket.objects();
    }

    @AfterEach
    void stopTheBucket() {
        bucket.close();
    }

    @Test
    void asksToStoreOnlyWhereNothingIs() {
        PutOutcome outcome = objects.putIfAbsent("bronze/product=a/x", CONTENT);

        HttpExchange request = requests.getFirst();
        assertThat(outcome).isEqualTo(PutOutcome.STORED);
        assertThat(request.getRequestURI().getPath()).isEqualTo("/lake/bronze/product=a/x");
        assertThat(request.getRequestHeaders().getFirst("If-None-Match")).isEqualTo("*");
        assertThat(request.getRequestHeaders().getFirst("x-amz-meta-last-sequence"))
                .isEqualTo("9");
        assertThat(request.getRequestHeaders().getFirst("Content-Type")).isEqualTo("application/x-test");
    }

    @Test
    void storesInPlaceOfAnOlderObjectWithoutACondition() {
        objects.put("x", CONTENT);

        assertThat(requests.getFirst().getRequestHeaders()).doesNotContainKey("If-none-match");
    }

    @Test
    void saysThatAnObjectIsThere() {
        status = 412;

        assertThat(objects.putIfAbsent("x", CONTENT)).isEqualTo(PutOutcome.PRESENT);
    }

    @Test
    void saysThatOthersWereWritingToo() {
        status = 409;

        assertThat(objects.putIfAbsent("x", CONTENT)).isEqualTo(PutOutcome.CONFLICT);
    }

    @Test
    void throwsWithTheNameAloneWhenTheBucketRefuses() {
        status = 403;

        assertThatThrownBy(() -> objects.putIfAbsent("x", CONTENT))
                .isInstanceOf(LakeUnavailable.class)
                .hasMessage("cannot write s3://lake/x");
        assertThatThrownBy(() -> objects.put("x", CONTENT)).isInstanceOf(LakeUnavailable.class);
        assertThatThrownBy(() -> objects.head("x")).isInstanceOf(LakeUnavailable.class);
    }

    @Test
    void throwsWhenNobodyAnswers() {
        bucket.server().stop(0);

        assertThatThrownBy(() -> objects.putIfAbsent("x", CONTENT)).isInstanceOf(LakeUnavailable.class);
        assertThatThrownBy(() -> objects.head("x")).isInstanceOf(LakeUnavailable.class);
    }

    @Test
    void storesWhatIsInAFileInPlaceOfWhatWasThere() throws IOException {
        byte[] bytes = new byte[200_000];
        new Random(1).nextBytes(bytes);
        try (ScratchFile file = new ScratchFile()) {
            file.create(0).write(bytes);

            assertThat(objects.replace("x", new ObjectContent(file, "application/x-test", Map.of()), "\"old\""))
                    .isEqualTo(PutOutcome.STORED);
        }

        HttpExchange request = requests.getFirst();
        assertThat(request.getRequestHeaders().getFirst("If-Match")).isEqualTo("\"old\"");
        assertThat(request.getRequestHeaders().getFirst("Content-Type")).isEqualTo("application/x-test");
        assertThat(bodies.getFirst())
                .satisfiesAnyOf(
                        body -> assertThat(body).isEqualTo(bytes),
                        body -> assertThat(body).containsSubsequence(bytes));
    }

    @Test
    void readsTheMetadataOfAnObject() {
        assertThat(objects.head("x")).contains(Map.of("last-sequence", "9"));
    }

    @Test
    void saysThatNothingIsThere() {
        status = 404;

        assertThat(objects.head("x")).isEmpty();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange);
            bodies.add(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("x-amz-meta-last-sequence", "9");
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
