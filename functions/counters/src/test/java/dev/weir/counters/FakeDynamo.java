package dev.weir.counters;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// A table in memory that understands the expressions of this room, keeps DynamoDB's limits, and can be told to fail or
/// to let somebody else in first. It refuses an expression that it does not know.
@Singleton
@Alternative
@Priority(1)
class FakeDynamo implements DynamoDbClient {

    private static final int PAGE = 3;

    private final NavigableMap<String, Map<String, AttributeValue>> items = new TreeMap<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private int updates;

    /// What happens around an update.
    sealed interface Step {

        record Normal() implements Step {}

        record FailsBefore() implements Step {}

        record FailsAfter() implements Step {}

        record Meanwhile(Runnable other) implements Step {}
    }

    /// The next updates go this way, the ones after them normally.
    void script(List<Step> next) {
        steps.clear();
        steps.addAll(next);
    }

    void clear() {
        items.clear();
        steps.clear();
    }

    int updates() {
        return updates;
    }

    List<Map<String, AttributeValue>> items() {
        return items.entrySet().stream()
                .filter(item -> !item.getKey().startsWith("~"))
                .map(Map.Entry::getValue)
                .toList();
    }

    void put(String pk, String sk, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.put("pk", AttributeValue.fromS(pk));
        item.put("sk", AttributeValue.fromS(sk));
        items.put(pk + "\0" + sk, item);
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        assertThat(request.consistentRead()).isTrue();
        Map<String, AttributeValue> item = items.get(key(request.key()));
        return GetItemResponse.builder()
                .item(item == null ? null : Map.copyOf(item))
                .build();
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        updates += request.conditionExpression() == null ? 0 : 1;
        switch (steps.isEmpty() ? new Step.Normal() : steps.removeFirst()) {
            case Step.Normal() -> apply(request);
            case Step.Meanwhile(Runnable other) -> {
                other.run();
                apply(request);
            }
            case Step.FailsBefore() -> throw unavailable();
            case Step.FailsAfter() -> {
                apply(request);
                throw unavailable();
            }
        }
        return UpdateItemResponse.builder().build();
    }

    private static RuntimeException unavailable() {
        return DynamoDbException.builder().message("unavailable").build();
    }

    private void apply(UpdateItemRequest request) {
        assertThat(request.updateExpression()).hasSizeLessThanOrEqualTo(4096);
        Map<String, AttributeValue> item = items.getOrDefault(key(request.key()), Map.of());
        if (!holds(request, item)) {
            assertThat(request.returnValuesOnConditionCheckFailureAsString()).isEqualTo("ALL_OLD");
            throw ConditionalCheckFailedException.builder().item(item).build();
        }
        Map<String, AttributeValue> updated = new HashMap<>(item);
        updated.putAll(request.key());
        String[] clauses = request.updateExpression().split("SET | ADD ", -1);
        for (String set : clauses[1].split(",", -1)) {
            String[] sides = set.split("=", -1);
            updated.put(name(request, sides[0]), value(request, sides[1]));
        }
        for (String add : clauses.length < 3 ? new String[0] : clauses[2].split(",", -1)) {
            String[] sides = add.split(" ", -1);
            updated.merge(name(request, sides[0]), value(request, sides[1]), FakeDynamo::sum);
        }
        assertThat(size(updated)).isLessThan(400 * 1024);
        items.put(key(request.key()), updated);
    }

    private static boolean holds(UpdateItemRequest request, Map<String, AttributeValue> item) {
        if (request.conditionExpression() == null) {
            return true;
        }
        assertThat(request.expressionAttributeNames()).containsEntry("#seq", "seq");
        return switch (request.conditionExpression()) {
            case "attribute_not_exists(#seq)" -> !item.containsKey("seq");
            case "#seq=:seen" -> value(request, ":seen").equals(item.get("seq"));
            default -> throw new AssertionError("unknown condition " + request.conditionExpression());
        };
    }

    private static String name(UpdateItemRequest request, String placeholder) {
        return request.expressionAttributeNames().getOrDefault(placeholder, "unknown name " + placeholder);
    }

    private static AttributeValue value(UpdateItemRequest request, String placeholder) {
        return Objects.requireNonNull(request.expressionAttributeValues().get(placeholder), placeholder);
    }

    private static AttributeValue sum(AttributeValue left, AttributeValue right) {
        if (left.hasSs()) {
            return AttributeValue.fromSs(Stream.concat(left.ss().stream(), right.ss().stream())
                    .distinct()
                    .toList());
        }
        return AttributeValue.fromN(
                new BigDecimal(left.n()).add(new BigDecimal(right.n())).toPlainString());
    }

    private static int size(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(entry ->
                        entry.getKey().length() + entry.getValue().toString().length())
                .sum();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        assertThat(request.keyConditionExpression()).isEqualTo("pk=:pk AND sk BETWEEN :from AND :to");
        Map<String, AttributeValue> values = request.expressionAttributeValues();
        String pk = string(values, ":pk") + "\0";
        String from =
                request.hasExclusiveStartKey() ? key(request.exclusiveStartKey()) + "\0" : pk + string(values, ":from");
        List<Map<String, AttributeValue>> found = new ArrayList<>(
                items.subMap(from, true, pk + string(values, ":to"), true).values());
        if (found.size() <= PAGE) {
            return QueryResponse.builder().items(found).build();
        }
        Map<String, AttributeValue> last = found.get(PAGE - 1);
        return QueryResponse.builder()
                .items(found.subList(0, PAGE))
                .lastEvaluatedKey(Map.of(
                        "pk", AttributeValue.fromS(string(last, "pk")), "sk", AttributeValue.fromS(string(last, "sk"))))
                .build();
    }

    private static String key(Map<String, AttributeValue> key) {
        return string(key, "pk") + "\0" + string(key, "sk");
    }

    private static String string(Map<String, AttributeValue> values, String name) {
        return values.getOrDefault(name, AttributeValue.fromS("")).s();
    }

    @Override
    public String serviceName() {
        return "dynamodb";
    }

    @Override
    public void close() {}
}
