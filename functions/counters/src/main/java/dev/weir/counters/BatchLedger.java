package dev.weir.counters;

import dev.weir.stream.SequenceNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// Which batches were counted to their end, in the counters table: `pk` is `~batches#<shard>`, `sk` the first record of
/// a batch. An entry expires when nothing of its batch can come back any more.
final class BatchLedger {

    /// A week in the stream, and a week as a report.
    private static final Duration KEEP = Duration.ofDays(14);

    private static final int REMEMBERED = 10_000;

    private final DynamoDbClient dynamo;
    private final String table;
    private final Clock clock;
    private final Set<Batch> ended = ConcurrentHashMap.newKeySet();

    BatchLedger(DynamoDbClient dynamo, String table, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    /// A batch of a shard.
    record Batch(String shardId, SequenceNumber first) {

        private Map<String, AttributeValue> key() {
            return Map.of(
                    "pk", AttributeValue.fromS("~batches#" + shardId), "sk", AttributeValue.fromS(first.padded()));
        }
    }

    boolean hasEnded(Batch batch) {
        if (ended.contains(batch)) {
            return true;
        }
        boolean has = dynamo.getItem(
                        get -> get.tableName(table).key(batch.key()).consistentRead(true))
                .hasItem();
        if (has) {
            remember(batch);
        }
        return has;
    }

    /// Enters a batch; doing so again changes nothing.
    void end(Batch batch) {
        long expires = clock.instant().plus(KEEP).getEpochSecond();
        dynamo.updateItem(UpdateItemRequest.builder()
                .tableName(table)
                .key(batch.key())
                .updateExpression("SET #ttl=:ttl")
                .expressionAttributeNames(Map.of("#ttl", "expires_at"))
                .expressionAttributeValues(Map.of(":ttl", AttributeValue.fromN(Long.toString(expires))))
                .build());
        remember(batch);
    }

    private void remember(Batch batch) {
        if (ended.size() >= REMEMBERED) {
            ended.clear();
        }
        ended.add(batch);
    }
}
