package dev.weir.local.emulators.kinesis;

import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The actions by their names on the wire.
final class Api {
    private static final String VERSION = "Kinesis_20131202.";

    private final Map<String, Function<Input, Map<String, Object>>> actions;

    Api(Streams streams, KinesisSettings settings, Clock clock) {
        StreamActions stream = new StreamActions(streams, settings.retention());
        WriteActions write = new WriteActions(streams);
        ReadActions read = new ReadActions(streams, clock);
        this.actions = Map.of(
                "CreateStream", stream::create,
                "DeleteStream", stream::delete,
                "DescribeStream", stream::describe,
                "DescribeStreamSummary", stream::summary,
                "ListStreams", stream::list,
                "ListShards", stream::shards,
                "PutRecord", write::putRecord,
                "PutRecords", write::putRecords,
                "GetShardIterator", read::iterator,
                "GetRecords", read::records);
    }

    /// @throws Refusal where there is no such action
    Function<Input, Map<String, Object>> action(@Nullable String target) {
        Function<Input, Map<String, Object>> action =
                target != null && target.startsWith(VERSION) ? actions.get(target.substring(VERSION.length())) : null;
        if (action == null) {
            throw Refusal.unknownOperation();
        }
        return action;
    }
}
