package dev.weir.counters;

import dev.weir.stream.SequenceNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// The write side of the counters table. Keys: `pk` is `<product>#<counter>`, `sk` is `<window>#<shard>`. Attributes:
/// `seq`, the zero-padded high-water mark; `batch`, the first record of the batch that it is in; `broken`, marks that
/// batches had left when they were given up; `n#<combination>`, one number each; `expires_at`, epoch seconds.
final class CounterTable {

    static final String COUNT = "n#";

    private final DynamoDbClient dynamo;
    private final String table;

    CounterTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    ItemState read(CounterItem item) {
        return state(dynamo.getItem(get -> get.tableName(table).key(key(item)).consistentRead(true))
                .item());
    }

    /// Adds a tally, if the item still is as it was seen, and says how it is now: with the tally, or as somebody else
    /// has made it.
    ///
    /// @param by whose tally it is
    ItemState add(CounterItem item, ItemState seen, Tally tally, Addition by) {
        Map<Combination, Long> counts = seen.fit(tally.totals());
        try {
            dynamo.updateItem(update(item, seen, tally.last(), by, counts));
            return seen.with(by.batch(), tally.last(), counts.keySet());
        } catch (ConditionalCheckFailedException e) {
            return state(e.item());
        }
    }

    /// What a batch adds.
    ///
    /// @param batch its first record
    /// @param breaks whether the batch that the item's mark is in never ended
    record Addition(SequenceNumber batch, boolean breaks) {}

    private UpdateItemRequest update(
            CounterItem item, ItemState seen, SequenceNumber last, Addition by, Map<Combination, Long> counts) {
        Map<String, String> names = new HashMap<>(Map.of("#seq", "seq", "#batch", "batch", "#ttl", "expires_at"));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":seq", AttributeValue.fromS(last.padded()),
                ":batch", AttributeValue.fromS(by.batch().padded()),
                ":ttl", number(item.expires().getEpochSecond())));
        List<String> additions = new ArrayList<>();
        SequenceNumber mark = seen.mark();
        if (by.breaks() && mark != null) {
            names.put("#broken", "broken");
            values.put(":broken", AttributeValue.fromSs(List.of(mark.padded())));
            additions.add("#broken :broken");
        }
        for (var count : counts.entrySet()) {
            int n = additions.size();
            names.put("#" + n, COUNT + count.getKey().text());
            values.put(":" + n, number(count.getValue()));
            additions.add("#" + n + " :" + n);
        }
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(key(item))
                .conditionExpression(condition(seen, values))
                .updateExpression("SET #seq=:seq,#batch=:batch,#ttl=:ttl ADD " + String.join(",", additions))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    private static String condition(ItemState seen, Map<String, AttributeValue> values) {
        SequenceNumber mark = seen.mark();
        if (mark == null) {
            return "attribute_not_exists(#seq)";
        }
        values.put(":seen", AttributeValue.fromS(mark.padded()));
        return "#seq=:seen";
    }

    private static ItemState state(Map<String, AttributeValue> item) {
        AttributeValue mark = item.get("seq");
        if (mark == null) {
            return ItemState.NONE;
        }
        Set<Combination> combinations = new HashSet<>();
        for (String name : item.keySet()) {
            if (name.startsWith(COUNT)) {
                combinations.add(new Combination(name.substring(COUNT.length())));
            }
        }
        AttributeValue batch = item.get("batch");
        AttributeValue broken = item.get("broken");
        return new ItemState(
                SequenceNumber.ofPadded(mark.s()),
                batch == null ? null : SequenceNumber.ofPadded(batch.s()),
                broken == null
                        ? Set.of()
                        : broken.ss().stream().map(SequenceNumber::ofPadded).collect(Collectors.toSet()),
                combinations);
    }

    private static Map<String, AttributeValue> key(CounterItem item) {
        return Map.of("pk", AttributeValue.fromS(item.partition()), "sk", AttributeValue.fromS(item.sort()));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
