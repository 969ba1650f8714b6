package dev.weir.collector;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// The collector's table: what instances have to agree on. One operation: an item is replaced if it still is as it was
/// seen. The key is `pk`; every item has `version`, another one with each change, and `expires_at`, epoch seconds, by
/// which DynamoDB deletes it.
final class IntakeTable {

    /// Longer than this, and the request is served without.
    private static final Duration ENOUGH = Duration.ofSeconds(2);

    private final DynamoDbClient dynamo;
    private final String table;

    IntakeTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// An item, as it was seen.
    record Item(Map<String, AttributeValue> attributes) {

        Item {
            attributes = Map.copyOf(attributes);
        }

        private AttributeValue version() {
            return attributes.getOrDefault("version", AttributeValue.fromS(""));
        }

        /// DynamoDB deletes what has expired when it finds the time.
        boolean hasExpired(Instant now) {
            AttributeValue expires = attributes.get("expires_at");
            return expires == null || Long.parseLong(expires.n()) <= now.getEpochSecond();
        }

        @Override
        public String toString() {
            return "Item[" + attributes.keySet() + "]";
        }
    }

    /// What became of a put.
    sealed interface Put {

        record Stored(Item item) implements Put {}

        /// Somebody else was faster.
        ///
        /// @param current how it is now; absent where it was deleted
        record Outrun(@Nullable Item current) implements Put {}
    }

    /// Puts an item in the place of what was seen.
    ///
    /// @param seen absent where there was none
    /// @throws software.amazon.awssdk.core.exception.SdkException if it is not known what became of it
    Put put(String key, @Nullable Item seen, Map<String, AttributeValue> attributes, Instant expires) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.put("pk", AttributeValue.fromS(key));
        item.put("version", AttributeValue.fromS(UUID.randomUUID().toString()));
        item.put("expires_at", AttributeValue.fromN(Long.toString(expires.getEpochSecond())));
        try {
            dynamo.putItem(request(item, seen));
            return new Put.Stored(new Item(item));
        } catch (ConditionalCheckFailedException e) {
            return new Put.Outrun(e.item().isEmpty() ? null : new Item(e.item()));
        }
    }

    private PutItemRequest request(Map<String, AttributeValue> item, @Nullable Item seen) {
        PutItemRequest.Builder put = PutItemRequest.builder()
                .tableName(table)
                .item(item)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .overrideConfiguration(call -> call.apiCallTimeout(ENOUGH));
        return seen == null
                ? put.conditionExpression("attribute_not_exists(pk)").build()
                : put.conditionExpression("#version = :seen")
                        .expressionAttributeNames(Map.of("#version", "version"))
                        .expressionAttributeValues(Map.of(":seen", seen.version()))
                        .build();
    }
}
