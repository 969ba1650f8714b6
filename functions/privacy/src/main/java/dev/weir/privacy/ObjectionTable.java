package dev.weir.privacy;

import dev.weir.core.privacy.ObjectionEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The list of objections in DynamoDB. The item `head` has the number of the latest entry in `last`; the entries are in
/// the partition `entry`, by number in 20 digits, so that a reader reads only what it has not seen.
final class ObjectionTable implements ObjectionLog {

    /// No instance of a collector lives as long.
    private static final Duration SEEN_BY_ALL = Duration.ofDays(6);

    private static final int ATTEMPTS = 20;
    private static final Map<String, AttributeValue> HEAD = key("head", "head");

    private final DynamoDbClient dynamo;
    private final String table;

    ObjectionTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void add(ObjectionEntry entry, Instant now) {
        try {
            append(entry, now);
            if (entry.withdrawn()) {
                removeSettled(entry);
            }
        } catch (SdkException trouble) {
            throw new TableUnavailable("cannot use the table " + table, trouble);
        }
    }

    private void append(ObjectionEntry entry, Instant now) {
        for (int attempt = 1; ; attempt++) {
            AttributeValue last = dynamo.getItem(
                            get -> get.tableName(table).key(HEAD).consistentRead(true))
                    .item()
                    .getOrDefault("last", AttributeValue.fromN("0"));
            try {
                append(entry, Long.parseLong(last.n()), now);
                return;
            } catch (TransactionCanceledException outrun) {
                if (attempt == ATTEMPTS) {
                    throw outrun;
                }
            }
        }
    }

    private void append(ObjectionEntry entry, long last, Instant now) {
        Map<String, AttributeValue> head = new HashMap<>(HEAD);
        head.put("last", AttributeValue.fromN(Long.toString(last + 1)));
        Map<String, AttributeValue> item = new HashMap<>(key("entry", "%020d".formatted(last + 1)));
        item.put("json", AttributeValue.fromS(entry.json()));
        if (entry.withdrawn()) {
            long expires = now.plus(SEEN_BY_ALL).getEpochSecond();
            item.put("expires_at", AttributeValue.fromN(Long.toString(expires)));
        }
        Put.Builder next = Put.builder().tableName(table).item(head);
        Put counted = last == 0
                ? next.conditionExpression("attribute_not_exists(pk)").build()
                : next.conditionExpression("#last = :last")
                        .expressionAttributeNames(Map.of("#last", "last"))
                        .expressionAttributeValues(Map.of(":last", AttributeValue.fromN(Long.toString(last))))
                        .build();
        Put added = Put.builder().tableName(table).item(item).build();
        dynamo.transactWriteItems(write -> write.transactItems(List.of(
                TransactWriteItem.builder().put(counted).build(),
                TransactWriteItem.builder().put(added).build())));
    }

    private void removeSettled(ObjectionEntry withdrawal) {
        dynamo
                .queryPaginator(query -> query.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("entry"))))
                .items()
                .stream()
                .filter(item -> isSettled(item, withdrawal))
                .forEach(item -> dynamo.deleteItem(delete -> delete.tableName(table)
                        .key(key(
                                "entry",
                                item.getOrDefault("sk", AttributeValue.fromS(""))
                                        .s()))));
    }

    /// Another withdrawal stays until it expires: a reader may not have seen it.
    private static boolean isSettled(Map<String, AttributeValue> item, ObjectionEntry withdrawal) {
        ObjectionEntry entry = ObjectionEntry.of(
                item.getOrDefault("json", AttributeValue.fromS("")).s());
        return !entry.withdrawn() && withdrawal.settles(entry);
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
    }
}
