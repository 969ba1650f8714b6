package dev.weir.local.mapping;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A stream in memory; its sequence numbers are 1000, 1001, ... over all shards.
final class MemoryShards implements ShardReader {

    static final String SHARD = "shardId-000000000000";

    private final Map<String, List<StreamRecord>> shards = new LinkedHashMap<>();
    private int count = 1000;

    MemoryShards(String... shardIds) {
        for (String shardId : shardIds) {
            shards.put(shardId, new ArrayList<>());
        }
    }

    static MemoryShards one() {
        return new MemoryShards(SHARD);
    }

    synchronized MemoryShards put(String... data) {
        for (String one : data) {
            put(SHARD, one.getBytes(StandardCharsets.UTF_8), Instant.now());
        }
        return this;
    }

    synchronized void put(String shardId, byte[] data, Instant arrival) {
        records(shardId).add(new StreamRecord(Integer.toString(count++), "key-" + count, arrival, data));
        notifyAll();
    }

    @Override
    public synchronized List<String> shardIds(String stream) {
        return List.copyOf(shards.keySet());
    }

    @Override
    public synchronized List<StreamRecord> read(
            String stream, String shardId, @Nullable String after, int maxRecords, int maxBytes) {
        List<StreamRecord> read = new ArrayList<>();
        int bytes = 0;
        for (StreamRecord record : beyond(shardId, after)) {
            bytes += record.data().length;
            if (read.size() == maxRecords || (!read.isEmpty() && bytes > maxBytes)) {
                break;
            }
            read.add(record);
        }
        return read;
    }

    @Override
    public synchronized boolean awaitBeyond(String stream, String shardId, @Nullable String after, Duration longest)
            throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (beyond(shardId, after).isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private List<StreamRecord> beyond(String shardId, @Nullable String after) {
        long behind = after == null ? 0 : Long.parseLong(after);
        return records(shardId).stream()
                .filter(record -> Long.parseLong(record.sequenceNumber()) > behind)
                .toList();
    }

    private List<StreamRecord> records(String shardId) {
        return Objects.requireNonNull(shards.get(shardId));
    }
}
