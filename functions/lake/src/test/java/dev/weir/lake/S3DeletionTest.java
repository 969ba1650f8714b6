package dev.weir.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What goes over the wire when many objects are deleted.
class S3DeletionTest {

    private static final Answer ALL = new Answer(200, "<DeleteResult/>");
    private static final Answer ALL_BUT_ONE = new Answer(
            200,
            "<DeleteResult><Error><Key>a/1</Key><Code>InternalError</Code><Message>try again</Message></Error></DeleteResult>");
    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

    private final Deque<Answer> script = new ArrayDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private WiredBucket bucket;
    private S3Objects objects;

    private record Answer(int status, String body) {}

    private record Asked(String method, String uri, String body) {

        List<String> keys() {
            return KEY.matcher(body)
                    .results()
                    .map((MatchResult key) -> key.group(1))
                    .toList();
        }
    }

    @BeforeEach
    void startABucket() throws IOException {
        bucket = WiredBucket.answering(this::answer, config -> config.retryStrategy(retry -> retry.maxAttempts(1)));
        objects = bucket.objects();
    }

    @AfterEach
    void stopTheBucket() {
        bucket.close();
    }

    @Test
    void deletesAThousandWithOneCall() {
        script.add(ALL);
        script.add(ALL);
        List<String> keys =
                IntStream.range(0, 1_001).mapToObj(number -> "a/" + number).toList();

        objects.deleteAll(keys);

        assertThat(asked).hasSize(2).allMatch(call -> call.method().equals("POST"));
        assertThat(asked).allMatch(call -> call.uri().startsWith("/lake?delete"));
        assertThat(asked.getFirst().keys()).isEqualTo(keys.subList(0, 1_000));
        assertThat(asked.getLast().keys()).containsExactly("a/1000");
    }

    @Test
    void asksForNothingWhenThereIsNothingToDelete() {
        objects.deleteAll(List.of());

        assertThat(asked).isEmpty();
    }

    @Test
    void asksAgainForTheOneThatS3CouldNotDelete() {
        script.add(ALL_BUT_ONE);
        script.add(new Answer(204, ""));

        objects.deleteAll(List.of("a/0", "a/1"));

        assertThat(asked.getLast().method()).isEqualTo("DELETE");
        assertThat(asked.getLast().uri()).isEqualTo("/lake/a/1");
    }

    @Test
    void isTroubleWhenOneStays() {
        script.add(ALL_BUT_ONE);
        script.add(new Answer(403, ""));

        assertThatThrownBy(() -> objects.deleteAll(List.of("a/0", "a/1")))
                .isInstanceOf(LakeUnavailable.class)
                .hasMessage("cannot delete s3://lake/a/1");
    }

    @Test
    void isTroubleWhenAllAreRefused() {
        script.add(new Answer(403, ""));

        assertThatThrownBy(() -> objects.deleteAll(List.of("a/0", "a/1")))
                .isInstanceOf(LakeUnavailable.class)
                .hasMessage("cannot delete 2 objects, among them s3://lake/a/0");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), body));
            Answer answer = script.remove();
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
