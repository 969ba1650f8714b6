package dev.weir.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.lake.ScriptedBucket.Answer;
import java.io.IOException;
import java.util.List;
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

    private ScriptedBucket bucket;
    private S3Objects objects;

    @BeforeEach
    void startABucket() throws IOException {
        bucket = new ScriptedBucket();
        objects = bucket.objects();
    }

    @AfterEach
    void stopTheBucket() {
        bucket.close();
    }

    @Test
    void deletesAThousandWithOneCall() {
        bucket.script.add(ALL);
        bucket.script.add(ALL);
        List<String> keys =
                IntStream.range(0, 1_001).mapToObj(number -> "a/" + number).toList();

        objects.deleteAll(keys);

        assertThat(bucket.asked).hasSize(2).allMatch(call -> call.method().equals("POST"));
        assertThat(bucket.asked).allMatch(call -> call.uri().startsWith("/lake?delete"));
        assertThat(keys(bucket.asked.getFirst())).isEqualTo(keys.subList(0, 1_000));
        assertThat(keys(bucket.asked.getLast())).containsExactly("a/1000");
    }

    @Test
    void asksForNothingWhenThereIsNothingToDelete() {
        objects.deleteAll(List.of());

        assertThat(bucket.asked).isEmpty();
    }

    @Test
    void asksAgainForTheOneThatS3CouldNotDelete() {
        bucket.script.add(ALL_BUT_ONE);
        bucket.script.add(new Answer(204, ""));

        objects.deleteAll(List.of("a/0", "a/1"));

        assertThat(bucket.asked.getLast().method()).isEqualTo("DELETE");
        assertThat(bucket.asked.getLast().uri()).isEqualTo("/lake/a/1");
    }

    @Test
    void isTroubleWhenOneStays() {
        bucket.script.add(ALL_BUT_ONE);
        bucket.script.add(new Answer(403, ""));

        assertThatThrownBy(() -> objects.deleteAll(List.of("a/0", "a/1")))
                .isInstanceOf(LakeUnavailable.class)
                .hasMessage("cannot delete s3://lake/a/1");
    }

    @Test
    void isTroubleWhenAllAreRefused() {
        bucket.script.add(new Answer(403, ""));

        assertThatThrownBy(() -> objects.deleteAll(List.of("a/0", "a/1")))
                .isInstanceOf(LakeUnavailable.class)
                .hasMessage("cannot delete 2 objects, among them s3://lake/a/0");
    }

    private static List<String> keys(ScriptedBucket.Asked asked) {
        return KEY.matcher(asked.body())
                .results()
                .map((MatchResult key) -> key.group(1))
                .toList();
    }
}
