package dev.weir.privacy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The requests in DynamoDB. `pk` is the request's id; `sk` is `request`, or `change#` and the change's name. The queue
/// is
/// the items of `pk` `queue`, whose `sk` is a request's id and whose `from` says from when on it is due.
final class RequestTable implements Requests {

    private static final String QUEUE = "queue";
    private static final String REQUEST = "request";
    private static final String CHANGE = "change#";
    private static final JsonMapper JSON = new JsonMapper();

    private final DynamoDbClient dynamo;
    private final String table;

    RequestTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void add(Request request, Instant from) {
        update(request, from);
    }

    @Override
    public void update(Request request, Instant from) {
        Map<String, AttributeValue> queued = new HashMap<>(key(QUEUE, request.id()));
        queued.put("from", text(from.toString()));
        ask(() -> dynamo.transactWriteItems(write -> write.transactItems(
                TransactWriteItem.builder()
                        .put(put -> put.tableName(table).item(item(request)))
                        .build(),
                TransactWriteItem.builder()
                        .put(put -> put.tableName(table).item(queued))
                        .build())));
    }

    @Override
    public void change(Request request) {
        ask(() -> dynamo.putItem(put -> put.tableName(table).item(item(request))));
    }

    @Override
    public void close(Request request) {
        ask(() -> dynamo.transactWriteItems(write -> write.transactItems(
                TransactWriteItem.builder()
                        .put(put -> put.tableName(table).item(item(request)))
                        .build(),
                TransactWriteItem.builder()
                        .delete(delete -> delete.tableName(table).key(key(QUEUE, request.id())))
                        .build())));
        for (Change change : changes(request.id())) {
            ask(() -> dynamo.deleteItem(
                    delete -> delete.tableName(table).key(key(request.id(), CHANGE + change.name()))));
        }
    }

    @Override
    public Optional<Request> find(String id) {
        var found = ask(() ->
                dynamo.getItem(get -> get.tableName(table).key(key(id, REQUEST)).consistentRead(true)));
        return found.hasItem() ? Optional.of(Request.of(json(found.item()))) : Optional.empty();
    }

    @Override
    public List<Request> due(Instant now) {
        return queued(item -> !Instant.parse(string(item, "from")).isAfter(now));
    }

    @Override
    public List<Request> open() {
        return queued(item -> true);
    }

    private List<Request> queued(Predicate<Map<String, AttributeValue>> wanted) {
        List<Request> found = new ArrayList<>();
        items(QUEUE, "").stream()
                .filter(wanted)
                .forEach(item -> find(string(item, "sk")).ifPresent(found::add));
        found.sort(Comparator.comparing(request -> request.subject().until()));
        return found;
    }

    @Override
    public void note(String id, Change change) {
        Map<String, AttributeValue> item = new HashMap<>(key(id, CHANGE + change.name()));
        item.put("json", text(change.stored().toString()));
        ask(() -> dynamo.putItem(put -> put.tableName(table).item(item)));
    }

    @Override
    public List<Change> changes(String id) {
        return items(id, CHANGE).stream().map(item -> Change.of(json(item))).toList();
    }

    private List<Map<String, AttributeValue>> items(String partition, String prefix) {
        String condition = prefix.isEmpty() ? "pk = :pk" : "pk = :pk and begins_with(sk, :sk)";
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":pk", text(partition)));
        if (!prefix.isEmpty()) {
            values.put(":sk", text(prefix));
        }
        return ask(() -> dynamo
                .queryPaginator(query -> query.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression(condition)
                        .expressionAttributeValues(values))
                .items()
                .stream()
                .toList());
    }

    private static Map<String, AttributeValue> item(Request request) {
        Map<String, AttributeValue> item = new HashMap<>(key(request.id(), REQUEST));
        item.put("json", text(request.json().toString()));
        return item;
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("pk", text(partition), "sk", text(sort));
    }

    private static String string(Map<String, AttributeValue> item, String attribute) {
        AttributeValue value = item.get(attribute);
        if (value == null) {
            throw new IllegalStateException("an item of the request table lacks '" + attribute + "'");
        }
        return value.s();
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static JsonNode json(Map<String, AttributeValue> item) {
        try {
            return JSON.readTree(string(item, "json"));
        } catch (JacksonException broken) {
            // Without its cause, which may quote the item.
            throw new IllegalStateException("an item of the request table is not JSON");
        }
    }

    private <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException trouble) {
            throw new TableUnavailable("cannot use the table " + table, trouble);
        }
    }
}
