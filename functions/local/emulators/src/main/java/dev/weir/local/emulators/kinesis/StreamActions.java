package dev.weir.local.emulators.kinesis;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Making, deleting and describing streams. They are active, or gone, at once.
final class StreamActions {
    private final Streams streams;
    private final Duration retention;

    StreamActions(Streams streams, Duration retention) {
        this.streams = streams;
        this.retention = retention;
    }

    Map<String, Object> create(Input input) {
        streams.create(input.text("StreamName"), input.number("ShardCount", 4, 1, Integer.MAX_VALUE));
        return Map.of();
    }

    Map<String, Object> delete(Input input) {
        streams.delete(input.stream());
        return Map.of();
    }

    Map<String, Object> describe(Input input) {
        StoredStream stream = streams.find(input.stream());
        Page<Shard> page = Page.of(
                stream.shards(),
                Shard::id,
                input.optionalText("ExclusiveStartShardId"),
                input.number("Limit", 100, 1, 10_000));
        Map<String, Object> description = identity(stream);
        description.put("Shards", shards(stream, page.items()));
        description.put("HasMoreShards", page.hasMore());
        return Map.of("StreamDescription", description);
    }

    Map<String, Object> summary(Input input) {
        StoredStream stream = streams.find(input.stream());
        Map<String, Object> summary = identity(stream);
        summary.put("OpenShardCount", stream.shards().size());
        summary.put("ConsumerCount", 0);
        return Map.of("StreamDescriptionSummary", summary);
    }

    Map<String, Object> list(Input input) {
        String start = input.optionalText("ExclusiveStartStreamName");
        String token = input.optionalText("NextToken");
        Page<String> page = Page.of(
                streams.names(), name -> name, token == null ? start : token, input.number("Limit", 100, 1, 10_000));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("StreamNames", page.items());
        answer.put("HasMoreStreams", page.hasMore());
        if (page.hasMore()) {
            answer.put("NextToken", page.items().getLast());
        }
        return answer;
    }

    Map<String, Object> shards(Input input) {
        ShardPage start = ShardPage.of(input);
        StoredStream stream = streams.find(start.stream());
        Page<Shard> page =
                Page.of(stream.shards(), Shard::id, start.after(), input.number("MaxResults", 1_000, 1, 10_000));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("Shards", shards(stream, page.items()));
        if (page.hasMore()) {
            answer.put(
                    "NextToken",
                    new ShardPage(start.stream(), page.items().getLast().id()).token());
        }
        return answer;
    }

    private Map<String, Object> identity(StoredStream stream) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("StreamName", stream.spec().name());
        identity.put("StreamARN", Arn.of(stream.spec().name()));
        identity.put("StreamStatus", "ACTIVE");
        identity.put("StreamModeDetails", Map.of("StreamMode", "PROVISIONED"));
        identity.put("RetentionPeriodHours", Math.max(1, retention.toHours()));
        identity.put(
                "StreamCreationTimestamp", Instant.ofEpochSecond(stream.spec().created()));
        identity.put("EnhancedMonitoring", List.of(Map.of("ShardLevelMetrics", List.of())));
        identity.put("EncryptionType", "NONE");
        return identity;
    }

    private static List<Map<String, Object>> shards(StoredStream stream, List<Shard> shards) {
        return shards.stream().map(shard -> shard(stream.keys(), shard)).toList();
    }

    private static Map<String, Object> shard(HashKeys keys, Shard shard) {
        Map<String, Object> range = Map.of(
                "StartingHashKey", keys.first(shard.number()).toString(),
                "EndingHashKey", keys.last(shard.number()).toString());
        return Map.of(
                "ShardId",
                shard.id(),
                "HashKeyRange",
                range,
                "SequenceNumberRange",
                Map.of("StartingSequenceNumber", shard.firstSequence()));
    }

    /// Where a listing of shards goes on.
    private record ShardPage(String stream, @Nullable String after) {
        private static final String BETWEEN = "/";

        static ShardPage of(Input input) {
            String token = input.optionalText("NextToken");
            if (token == null) {
                return new ShardPage(input.stream(), input.optionalText("ExclusiveStartShardId"));
            }
            String[] parts = token.split(BETWEEN, 2);
            if (parts.length < 2) {
                throw Refusal.invalidArgument("Invalid NextToken.");
            }
            return new ShardPage(parts[0], parts[1]);
        }

        String token() {
            return stream + BETWEEN + Objects.requireNonNull(after);
        }
    }
}
