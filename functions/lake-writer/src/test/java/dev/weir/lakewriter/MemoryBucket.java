package dev.weir.lakewriter;

import dev.weir.lake.ObjectContent;
import dev.weir.lake.ObjectStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A bucket in memory, which can be out of order.
final class MemoryBucket implements ObjectStore {

    final Map<String, ObjectContent> objects = new ConcurrentHashMap<>();
    private volatile boolean outOfOrder;

    void reset() {
        objects.clear();
        outOfOrder = false;
    }

    void breakDown() {
        outOfOrder = true;
    }

    void repair() {
        outOfOrder = false;
    }

    @Override
    public PutOutcome putIfAbsent(String key, ObjectContent content) {
        check();
        return objects.putIfAbsent(key, content) == null ? PutOutcome.STORED : PutOutcome.PRESENT;
    }

    @Override
    public void put(String key, ObjectContent content) {
        check();
        objects.put(key, content);
    }

    @Override
    public Optional<Map<String, String>> head(String key) {
        check();
        return Optional.ofNullable(objects.get(key)).map(ObjectContent::metadata);
    }

    private void check() {
        if (outOfOrder) {
            throw new IllegalStateException("bucket is out of order");
        }
    }
}
