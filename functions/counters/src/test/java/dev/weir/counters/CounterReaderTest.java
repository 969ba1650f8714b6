package dev.weir.counters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.catalog.CounterRule;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CounterReaderTest {

    private static final String KEY = "ott-streaming#playback_starts_per_minute";

    private final FakeDynamo dynamo = new FakeDynamo();
    private final CounterReader reader = new CounterReader(dynamo, "counters", Counters.CLOCK);

    @Test
    void takesWindowsFromTheFirstMomentToBeforeTheLast() {
        for (String window : List.of("14:00:00", "14:01:00", "14:02:00", "14:03:00", "14:04:00", "14:05:00")) {
            item("2026-02-08T" + window + "Z", Map.of("n#[]", number(1)));
        }

        assertThat(starts("2026-02-08T14:01:00Z", "2026-02-08T14:05:00Z"))
                .containsExactly(
                        Instant.parse("2026-02-08T14:01:00Z"),
                        Instant.parse("2026-02-08T14:02:00Z"),
                        Instant.parse("2026-02-08T14:03:00Z"),
                        Instant.parse("2026-02-08T14:04:00Z"));
        assertThat(starts("2026-02-08T14:01:00.001Z", "2026-02-08T14:02:00.001Z"))
                .containsExactly(Instant.parse("2026-02-08T14:02:00Z"));
    }

    @Test
    void leavesOutWhatHasExpiredThoughItIsStillThere() {
        long now = Counters.CLOCK.instant().getEpochSecond();
        item("2026-02-08T14:00:00Z", Map.of("n#[]", number(5), "expires_at", number(now)));
        item("2026-02-08T14:01:00Z", Map.of("n#[]", number(7), "expires_at", number(now + 1)));

        assertThat(read(Counters.ALL).orElseThrow()).extracting(Point::count).containsExactly(7L);
    }

    @Test
    void givesUpBeyondTheMostPoints() {
        Map<String, AttributeValue> many = new HashMap<>();
        for (int i = 0; i <= CounterReader.MAX_POINTS; i++) {
            many.put("n#[\"" + i + "\"]", number(1));
        }
        item("2026-02-08T14:00:00Z", many);
        var oneDimension = new CounterRule(
                "playback_starts_per_minute", Set.of(), Duration.ofMinutes(1), List.of("platform"), Period.ofDays(1));

        assertThat(reader.read(Events.PRODUCT, oneDimension, Counters.ALL)).isEmpty();
    }

    private void item(String window, Map<String, AttributeValue> attributes) {
        dynamo.put(KEY, window + "#shardId-000000000000", attributes);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private List<Instant> starts(String from, String to) {
        return read(new TimeRange(Instant.parse(from), Instant.parse(to))).orElseThrow().stream()
                .map(Point::start)
                .toList();
    }

    private Optional<List<Point>> read(TimeRange range) {
        return reader.read(Events.PRODUCT, Counters.rule("playback_starts_per_minute"), range);
    }
}
