package dev.weir.counters;

import dev.weir.core.catalog.CounterRule;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// The read side of the counters table: sums over shards.
final class CounterReader {

    /// Most points of an answer: more would not fit into what a function may return.
    static final int MAX_POINTS = 20_000;

    private static final Comparator<Point> ORDER = Comparator.comparing(Point::start)
            .thenComparing(point -> point.values().toString());

    private final DynamoDbClient dynamo;
    private final String table;
    private final Clock clock;

    CounterReader(DynamoDbClient dynamo, String table, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    /// The points of a range, in order; empty if there are more than [#MAX_POINTS].
    Optional<List<Point>> read(String product, CounterRule rule, TimeRange range) {
        Map<Place, Long> sums = new HashMap<>();
        for (var item : dynamo.queryPaginator(query(product, rule, range)).items()) {
            if (!isExpired(item)) {
                add(item, rule.by().size(), sums);
            }
            if (sums.size() > MAX_POINTS) {
                return Optional.empty();
            }
        }
        return Optional.of(sums.entrySet().stream()
                .map(sum -> new Point(sum.getKey().start(), sum.getKey().values(), sum.getValue()))
                .sorted(ORDER)
                .toList());
    }

    private record Place(Instant start, List<Optional<String>> values) {}

    private QueryRequest query(String product, CounterRule rule, TimeRange range) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk=:pk AND sk BETWEEN :from AND :to")
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS(CounterItem.partition(product, rule.name())),
                        ":from", AttributeValue.fromS(wholeSecond(range.from())),
                        ":to", AttributeValue.fromS(wholeSecond(range.to()))))
                .build();
    }

    /// Windows start at whole seconds, so the next one decides as the moment itself does.
    private static String wholeSecond(Instant moment) {
        Instant second = moment.truncatedTo(ChronoUnit.SECONDS);
        return (second.equals(moment) ? second : second.plusSeconds(1)).toString();
    }

    /// DynamoDB deletes expired items in its own time.
    private boolean isExpired(Map<String, AttributeValue> item) {
        AttributeValue expires = item.get("expires_at");
        return expires != null && Long.parseLong(expires.n()) <= clock.instant().getEpochSecond();
    }

    private static void add(Map<String, AttributeValue> item, int dimensions, Map<Place, Long> sums) {
        Instant start =
                CounterItem.window(Objects.requireNonNull(item.get("sk")).s());
        item.forEach((name, value) -> {
            if (name.startsWith(CounterTable.COUNT)) {
                Combination combination = new Combination(name.substring(CounterTable.COUNT.length()));
                sums.merge(new Place(start, combination.values(dimensions)), Long.valueOf(value.n()), Long::sum);
            }
        });
    }
}
