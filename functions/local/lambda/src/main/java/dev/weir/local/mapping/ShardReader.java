package dev.weir.local.mapping;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a mapping needs of a stream. `after` is the sequence number to read behind; null means from
/// the oldest record there is. A number whose record has expired reads from the oldest as well.
public interface ShardReader {

    /// The shards of the stream, in a fixed order.
    List<String> shardIds(String stream);

    /// The records behind `after` in order: at most `maxRecords`, and no more than `maxBytes` of
    /// data unless the first alone is larger. Empty when there are none.
    List<StreamRecord> read(String stream, String shardId, @Nullable String after, int maxRecords, int maxBytes);

    /// Waits until there is a record behind `after`, at most `longest`; whether there is one.
    boolean awaitBeyond(String stream, String shardId, @Nullable String after, Duration longest)
            throws InterruptedException;
}
