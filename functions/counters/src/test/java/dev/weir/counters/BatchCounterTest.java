package dev.weir.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.event.StoredEvent;
import dev.weir.stream.ShardBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class BatchCounterTest {

    private static final Instant START = Instant.parse("2026-02-08T14:03:00Z");
    private static final Instant LAST_MOMENT = Instant.parse("2026-02-08T14:03:59.999Z");
    private static final Instant NEXT = Instant.parse("2026-02-08T14:04:00Z");

    private final Counters counters = new Counters();

    @Test
    void countsByWindowAndByEachDimension() {
        counters.count(
                Events.record(1, List.of(launch("ios", START), launch("ios", LAST_MOMENT), launch("android", START))),
                Events.record(2, List.of(launch("ios", NEXT))));

        assertThat(counters.points("events_per_minute"))
                .containsExactly(
                        point(START, 1, "app.launch", "android"),
                        point(START, 2, "app.launch", "ios"),
                        point(NEXT, 1, "app.launch", "ios"));
    }

    @Test
    void aCounterOfCertainEventsCountsNoOther() {
        counters.count(Events.record(1, List.of(launch("ios", START), Events.event("playback.started", "ios", START))));

        assertThat(counters.points("playback_starts_per_minute")).containsExactly(point(START, 1));
        assertThat(counters.points("playback_errors_per_minute")).isEmpty();
    }

    @Test
    void shardsAddUp() {
        counters.countOf("shardId-000000000000", Events.record(7, List.of(launch("ios", START))));
        counters.countOf("shardId-000000000001", Events.record(7, List.of(launch("ios", START))));

        assertThat(counters.points("events_per_minute")).containsExactly(point(START, 2, "app.launch", "ios"));
    }

    @Test
    void anEventWithoutADimensionsValueCountsApartFromAnEmptyOne() {
        counters.count(Events.record(
                1, List.of(launch("", START), Events.event(Events.PRODUCT, "app.launch", Map.of(), START))));

        assertThat(counters.points("events_per_minute"))
                .containsExactlyInAnyOrder(
                        point(START, 1, "app.launch", ""),
                        new Point(START, List.of(Optional.of("app.launch"), Optional.empty()), 1));
    }

    @Test
    void aReplayedBatchAddsNothing() {
        ShardBatch.Item first = Events.record(9, List.of(launch("ios", START)));
        ShardBatch.Item second = Events.record(10, List.of(launch("ios", START)));

        counters.count(first, second);
        counters.count(first, second);
        counters.count(first);

        assertThat(counters.points("events_per_minute")).containsExactly(point(START, 2, "app.launch", "ios"));
    }

    @Test
    void anOverlappingBatchAddsItsNewRecordsOnly() {
        ShardBatch.Item second = Events.record(10, List.of(launch("ios", START)));

        counters.count(Events.record(9, List.of(launch("ios", START))), second);
        counters.count(second, Events.record(11, List.of(launch("ios", START))));

        assertThat(counters.points("events_per_minute")).containsExactly(point(START, 3, "app.launch", "ios"));
    }

    @Test
    void ofTwoInvocationsAtOnceEachRecordIsCountedByOne() {
        ShardBatch.Item first = Events.record(1, List.of(launch("ios", START)));
        ShardBatch.Item second = Events.record(2, List.of(launch("ios", START)));
        counters.dynamo.script(List.of(new FakeDynamo.Step.Meanwhile(() -> counters.count(first))));

        counters.count(first, second);

        assertThat(counters.points("events_per_minute")).containsExactly(point(START, 2, "app.launch", "ios"));
    }

    @Test
    void anUpdateThatFailsFailsTheBatchAndIsMadeGoodByTheRetry() {
        ShardBatch.Item record = Events.record(1, List.of(launch("ios", START), launch("ios", NEXT)));
        counters.dynamo.script(List.of(new FakeDynamo.Step.Normal(), new FakeDynamo.Step.FailsAfter()));

        assertThatThrownBy(() -> counters.count(record)).isInstanceOf(DynamoDbException.class);
        counters.count(record);

        assertThat(counters.points("events_per_minute"))
                .containsExactly(point(START, 1, "app.launch", "ios"), point(NEXT, 1, "app.launch", "ios"));
    }

    @Test
    void poisonDoesNotKeepTheOthersFromBeingCounted() {
        counters.count(Events.record(1, new byte[] {1, 2, 3}), Events.record(2, List.of(launch("ios", START))));

        assertThat(counters.points("events_per_minute")).containsExactly(point(START, 1, "app.launch", "ios"));
    }

    @Test
    void eventsOfAProductThatTheCatalogDoesNotHaveAreNotCounted() {
        counters.count(Events.record(1, List.of(Events.event("retired", "app.launch", Map.of(), START))));

        assertThat(counters.dynamo.items()).isEmpty();
    }

    @Test
    void anItemGoesWhenTheCounterNeedNotBeKept() {
        counters.count(Events.record(1, List.of(launch("ios", START))));

        assertThat(counters.dynamo.items().getFirst())
                .containsEntry("pk", AttributeValue.fromS("ott-streaming#events_per_minute"))
                .containsEntry("sk", AttributeValue.fromS("2026-02-08T14:03:00Z#shardId-000000000000"))
                .containsEntry("n#[\"app.launch\",\"ios\"]", AttributeValue.fromN("1"))
                .containsEntry(
                        "expires_at",
                        AttributeValue.fromN(Long.toString(
                                Instant.parse("2026-03-15T14:04:00Z").getEpochSecond())));
    }

    @Test
    void anItemTakesAThousandCombinationsAndCountsTheRestTogether() {
        List<ShardBatch.Item> records = new ArrayList<>();
        for (int record = 0; record < 60; record++) {
            records.add(Events.record(record, launchesOfPlatforms(record * 20, 20)));
        }

        counters.count(records);
        counters.count(Events.record(60, launchesOfPlatforms(999, 2)));

        List<Point> points = counters.points("events_per_minute");
        assertThat(points).hasSize(1001);
        assertThat(points).contains(point(START, 201, "~other", "~other"), point(START, 2, "app.launch", "p0999"));
        assertThat(points.stream().mapToLong(Point::count).sum()).isEqualTo(1202);
    }

    @Test
    void aRecordOfMoreCombinationsThanAnUpdateTakesIsStillCountedOnce() {
        ShardBatch.Item record = Events.record(1, launchesOfPlatforms(0, 250));

        counters.count(record);
        counters.count(record);

        List<Point> points = counters.points("events_per_minute");
        assertThat(points).hasSize(201).contains(point(START, 50, "~other", "~other"));
        assertThat(points.stream().mapToLong(Point::count).sum()).isEqualTo(250);
    }

    private static List<StoredEvent> launchesOfPlatforms(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(platform -> launch(String.format("p%04d", platform), START))
                .toList();
    }

    private static StoredEvent launch(String platform, Instant receivedAt) {
        return Events.event("app.launch", platform, receivedAt);
    }

    private static Point point(Instant start, long count, String... values) {
        return new Point(start, Stream.of(values).map(Optional::of).toList(), count);
    }
}
