package dev.weir.collector;

import dev.weir.core.privacy.ObjectionEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The list of objections in DynamoDB, to be read. The item `head` has the number of the latest entry in `last`; the
/// entries are in the partition `entry`, by number in 20 digits. Methods throw an
/// [software.amazon.awssdk.core.exception.SdkException] if the table does not answer.
final class ObjectionTable {

    /// A request waits for this; whoever has an older list goes on with that.
    private static final Duration ENOUGH = Duration.ofSeconds(1);

    private final DynamoDbClient dynamo;
    private final String table;

    ObjectionTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// The number of the latest entry; 0 where there is none.
    long last() {
        AttributeValue last = dynamo.getItem(get -> get.tableName(table)
                        .key(Map.of("pk", AttributeValue.fromS("head"), "sk", AttributeValue.fromS("head")))
                        .consistentRead(true)
                        .overrideConfiguration(call -> call.apiCallTimeout(ENOUGH)))
                .item()
                .get("last");
        return last == null ? 0 : Long.parseLong(last.n());
    }

    /// The entries behind a number, in their order.
    ///
    /// @throws IllegalArgumentException if one of them cannot be understood
    List<ObjectionEntry> after(long number) {
        return dynamo
                .queryPaginator(query -> query.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk and sk > :sk")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("entry"),
                                ":sk", AttributeValue.fromS("%020d".formatted(number)))))
                .items()
                .stream()
                .map(item -> ObjectionEntry.of(
                        item.getOrDefault("json", AttributeValue.fromS("")).s()))
                .toList();
    }
}
