package dev.weir.local.emulators.kinesis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All streams, for readers in the same process. Every method that takes a stream or shard throws
/// [NoSuchElementException] where there is none of that name, and [IllegalArgumentException] for a sequence number
/// that the shard did not give out.
public final class Streams {
    static final int MAX_SHARDS = 500;

    private final Path data;
    private final KinesisSettings settings;
    private final Clock clock;
    private final ConcurrentSkipListMap<String, StoredStream> streams = new ConcurrentSkipListMap<>();

    private Streams(Path data, KinesisSettings settings, Clock clock) {
        this.data = data;
        this.settings = settings;
        this.clock = clock;
    }

    static Streams open(Path data, KinesisSettings settings, Clock clock) throws IOException {
        Streams streams = new Streams(data, settings, clock);
        for (StreamFolder folder : StreamFolder.all(data)) {
            StoredStream stream = StoredStream.open(folder, settings, clock);
            streams.streams.put(stream.spec().name(), stream);
        }
        return streams;
    }

    /// Makes the stream, with its shards evenly over the hash keys, unless there is one of that name.
    public synchronized void createIfMissing(String stream, int shards) {
        if (!streams.containsKey(stream)) {
            translated(() -> create(stream, shards));
        }
    }

    public String arn(String stream) {
        return Arn.of(stream);
    }

    public List<String> shardIds(String stream) {
        return translated(() -> find(stream).shards().stream().map(Shard::id).toList());
    }

    /// Records behind a sequence number, or from the oldest kept on where it is null. The first record comes even if
    /// it is larger than `maxBytes`; none means there is none yet.
    ///
    /// @param maxBytes of partition keys and data
    public List<StreamRecord> read(
            String stream, String shardId, @Nullable String afterSequence, int maxRecords, int maxBytes) {
        return translated(() -> {
            Shard shard = find(stream).shard(shardId);
            return shard.read(behind(shard, afterSequence), maxRecords, maxBytes);
        });
    }

    /// Waits until `read` from there would return something.
    ///
    /// @return whether it would
    public boolean awaitBeyond(String stream, String shardId, @Nullable String afterSequence, Duration timeout)
            throws InterruptedException {
        Shard shard = translated(() -> find(stream).shard(shardId));
        return shard.awaitPast(translated(() -> behind(shard, afterSequence)), timeout);
    }

    /// @throws Refusal where the name is taken or not one
    synchronized StoredStream create(String name, int shards) {
        if (!name.matches("[a-zA-Z0-9_.-]{1,128}")) {
            throw Refusal.constraint("streamName", "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        }
        if (shards < 1) {
            throw Refusal.constraint("shardCount", "Member must have value greater than or equal to 1");
        }
        if (shards > MAX_SHARDS) {
            throw Refusal.tooManyShards(MAX_SHARDS);
        }
        if (streams.containsKey(name)) {
            throw Refusal.streamExists(name);
        }
        StoredStream stream = made(new StreamSpec(name, shards, Math.floorDiv(clock.millis(), 1000L)));
        streams.put(name, stream);
        return stream;
    }

    private StoredStream made(StreamSpec spec) {
        try {
            return StoredStream.open(StreamFolder.create(data, spec), settings, clock);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot create stream " + spec.name(), failure);
        }
    }

    /// @throws Refusal where there is no such stream
    synchronized void delete(String name) {
        StoredStream stream = find(name);
        streams.remove(name);
        try {
            stream.delete();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete stream " + name, failure);
        }
    }

    /// @throws Refusal where there is no such stream
    StoredStream find(String name) {
        StoredStream stream = streams.get(name);
        if (stream == null) {
            throw Refusal.noSuchStream(name);
        }
        return stream;
    }

    List<String> names() {
        return new ArrayList<>(streams.keySet());
    }

    synchronized void close() throws IOException {
        for (StoredStream stream : streams.values()) {
            stream.close();
        }
    }

    private static long behind(Shard shard, @Nullable String sequence) {
        return sequence == null ? 0 : shard.indexOf(sequence) + 1;
    }

    private static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            throw refusal.code().equals("ResourceNotFoundException")
                    ? new NoSuchElementException(refusal.reason())
                    : new IllegalArgumentException(refusal.reason());
        }
    }
}
