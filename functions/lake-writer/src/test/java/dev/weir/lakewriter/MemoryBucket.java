package dev.weir.lakewriter;

import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeObjects;
import dev.weir.lake.ObjectContent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A bucket in memory, which can be out of order.
final class MemoryBucket implements LakeObjects {

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

    @Override
    public Optional<Fetched> get(String key) {
        check();
        return Optional.ofNullable(objects.get(key)).map(content -> new Fetched(content.bytes(), etag(content)));
    }

    private static String etag(ObjectContent content) {
        return Integer.toHexString(Arrays.hashCode(content.bytes()));
    }

    @Override
    public PutOutcome replace(String key, ObjectContent content, String etag) {
        check();
        return objects.replace(key, content) == null ? PutOutcome.CONFLICT : PutOutcome.STORED;
    }

    @Override
    public List<LakeObject> list(String prefix) {
        throw new UnsupportedOperationException("the lake-writer lists nothing");
    }

    @Override
    public List<String> folders(String prefix) {
        throw new UnsupportedOperationException("the lake-writer lists nothing");
    }

    @Override
    public byte[] read(LakeObject object, long from, int length) {
        throw new UnsupportedOperationException("the lake-writer reads no lake");
    }

    @Override
    public void delete(String key) {
        throw new UnsupportedOperationException("the lake-writer deletes nothing");
    }

    private void check() {
        if (outOfOrder) {
            throw new IllegalStateException("bucket is out of order");
        }
    }
}
