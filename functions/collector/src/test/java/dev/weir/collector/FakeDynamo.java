package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.privacy.ObjectionEntry;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;

/// A table in memory that understands the one operation of the intake table, unless a test has told it otherwise. It
/// refuses a condition that it does not know. Safe for use by several threads.
@Alternative
@Priority(1)
@Singleton
class FakeDynamo implements DynamoDbClient {

    /// DynamoDB's most bytes of an item.
    private static final int LARGEST = 400 * 1024;

    private final Map<String, Map<String, AttributeValue>> items = new HashMap<>();
    private Runnable before = FakeDynamo::nothing;
    private Runnable after = FakeDynamo::nothing;
    private final List<Map<String, AttributeValue>> entries = new ArrayList<>();
    private Runnable beforeObjections = FakeDynamo::nothing;
    private int calls;
    private int heads;
    private int queries;

    synchronized void reset() {
        items.clear();
        entries.clear();
        works();
        calls = 0;
    }

    /// From now on, as it should.
    synchronized void works() {
        before = FakeDynamo::nothing;
        after = FakeDynamo::nothing;
        beforeObjections = FakeDynamo::nothing;
    }

    /// From now on it does nothing, and says so.
    synchronized void fails() {
        before = FakeDynamo::unavailable;
    }

    /// From now on the list of objections cannot be read.
    synchronized void hidesObjections() {
        beforeObjections = FakeDynamo::unavailable;
    }

    /// From now on it does what it is told and does not say so.
    synchronized void isHeardNoMore() {
        after = FakeDynamo::unavailable;
    }

    /// Somebody else does something before the next call.
    synchronized void meanwhile(Runnable other) {
        before = () -> {
            before = FakeDynamo::nothing;
            other.run();
        };
    }

    synchronized int calls() {
        return calls;
    }

    synchronized Collection<Map<String, AttributeValue>> items() {
        return List.copyOf(items.values());
    }

    synchronized void delete(String key) {
        items.remove(key);
    }

    /// Sets an attribute of every item.
    synchronized void set(String attribute, String value) {
        items.replaceAll((_, item) -> {
            Map<String, AttributeValue> changed = new HashMap<>(item);
            changed.put(attribute, AttributeValue.fromS(value));
            return changed;
        });
    }

    @Override
    public synchronized PutItemResponse putItem(PutItemRequest request) {
        calls++;
        before.run();
        assertThat(request.tableName()).isEqualTo("weir-intake-test");
        assertThat(request.returnValuesOnConditionCheckFailureAsString()).isEqualTo("ALL_OLD");
        Map<String, AttributeValue> item = request.item();
        assertThat(item.toString()).hasSizeLessThan(LARGEST);
        assertThat(item).containsKeys("pk", "version", "expires_at");
        Map<String, AttributeValue> current = items.getOrDefault(key(item), Map.of());
        if (!holds(request, current)) {
            throw ConditionalCheckFailedException.builder()
                    .item(current.isEmpty() ? null : current)
                    .build();
        }
        items.put(key(item), Map.copyOf(item));
        after.run();
        return PutItemResponse.builder().build();
    }

    /// Somebody objects.
    synchronized void object(ObjectionEntry entry) {
        entries.add(Map.of("json", AttributeValue.fromS(entry.json())));
    }

    /// How often somebody looked whether there are objections, and read them.
    synchronized List<Integer> looks() {
        return List.of(heads, queries);
    }

    @Override
    public synchronized GetItemResponse getItem(GetItemRequest request) {
        heads++;
        beforeObjections.run();
        assertThat(request.tableName()).isEqualTo("weir-objections-test");
        assertThat(request.consistentRead()).isTrue();
        return entries.isEmpty()
                ? GetItemResponse.builder().build()
                : GetItemResponse.builder()
                        .item(Map.of("last", AttributeValue.fromN(Integer.toString(entries.size()))))
                        .build();
    }

    @Override
    public synchronized QueryResponse query(QueryRequest request) {
        queries++;
        beforeObjections.run();
        assertThat(request.keyConditionExpression()).isEqualTo("pk = :pk and sk > :sk");
        int seen = Integer.parseInt(request.expressionAttributeValues()
                .getOrDefault(":sk", AttributeValue.fromS("0"))
                .s());
        return QueryResponse.builder()
                .items(entries.subList(seen, entries.size()))
                .build();
    }

    @Override
    public QueryIterable queryPaginator(QueryRequest request) {
        return new QueryIterable(this, request);
    }

    static String key(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get("pk")).s();
    }

    private static boolean holds(PutItemRequest request, Map<String, AttributeValue> current) {
        return switch (request.conditionExpression()) {
            case "attribute_not_exists(pk)" -> current.isEmpty();
            case "#version = :seen" -> {
                assertThat(request.expressionAttributeNames()).containsEntry("#version", "version");
                yield Objects.equals(
                        current.get("version"),
                        request.expressionAttributeValues().get(":seen"));
            }
            default -> throw new AssertionError("unknown condition " + request.conditionExpression());
        };
    }

    private static void nothing() {}

    private static void unavailable() {
        throw DynamoDbException.builder().message("it quotes the canary").build();
    }

    @Override
    public String serviceName() {
        return DynamoDbClient.SERVICE_NAME;
    }

    @Override
    public void close() {}
}
