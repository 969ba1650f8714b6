package dev.weir.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.stream.ShardBatch;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class RecountTest {

    private final Counters counters = new Counters();

    private static ShardBatch.Item launch(int number) {
        return Events.record(number, List.of(Events.event("app.launch", "ios", Instant.parse("2026-02-08T14:03:00Z"))));
    }

    private long counted() {
        return counters.points("events_per_minute").stream()
                .mapToLong(Point::count)
                .sum();
    }

    @Test
    void countsABatchThatTheShardHasGoneOnWithout() {
        counters.count(launch(1));
        counters.count(launch(4));

        Recount recount = counters.recount(List.of(launch(2), launch(3)));

        assertThat(recount).isEqualTo(new Recount.Counted(2 * counters(), 0));
        assertThat(counted()).isEqualTo(4);
    }

    /// How many counters count an app launch.
    private static long counters() {
        return Counters.CATALOG.product(Events.PRODUCT).orElseThrow().settings().counters().stream()
                .filter(rule -> rule.counts("app.launch"))
                .count();
    }

    @Test
    void countsItOnce() {
        List<ShardBatch.Item> batch = List.of(launch(2), launch(3));
        counters.recount(batch);

        assertThat(counters.recount(batch)).isInstanceOf(Recount.HadEnded.class);
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void leavesOutWhatAnAttemptHadCounted() {
        List<ShardBatch.Item> batch = List.of(launch(2), launch(3));
        counters.dynamo.script(List.of(new FakeDynamo.Step.FailsAfter()));
        assertThatThrownBy(() -> counters.count(batch)).isInstanceOf(DynamoDbException.class);
        counters.count(launch(4));
        counters.count(launch(5));

        counters.recount(batch);

        assertThat(counted()).isEqualTo(4);
    }

    @Test
    void addsNothingWhereOnlyTheSuccessWasLost() {
        List<ShardBatch.Item> batch = List.of(launch(2), launch(3));
        counters.count(batch);
        counters.count(launch(4));

        assertThat(counters.recount(batch)).isInstanceOf(Recount.HadEnded.class);
        assertThat(counted()).isEqualTo(3);
    }
}
