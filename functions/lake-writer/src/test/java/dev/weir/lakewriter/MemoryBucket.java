package dev.weir.lakewriter;

import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeObjects;
import dev.weir.lake.ObjectContent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A bucket in memory, which can be out of order.
final class MemoryBucket implements LakeObjects {

    final Map<String, ObjectContent> objects = new ConcurrentHashMap<>();
    private volatile boolean outOfOrder;
    private final AtomicInteger left = new AtomicInteger(-1);

    void reset() {
        objects.clear();
        repair();
    }

    void breakDown() {
        outOfOrder = true;
    }

    void repair() {
        outOfOrder = false;
        left.set(-1);
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
        check();
        return objects.entrySet().stream()
                .filter(object -> object.getKey().startsWith(prefix))
                .map(object -> new LakeObject(
                        object.getKey(),
                        etag(object.getValue()),
                        object.getValue().bytes().length,
                        Instant.EPOCH))
                .sorted(Comparator.comparing(LakeObject::key))
                .toList();
    }

    @Override
    public List<String> folders(String prefix) {
        throw new UnsupportedOperationException("the lake-writer looks for no folders");
    }

    @Override
    public byte[] read(LakeObject object, long from, int length) {
        check();
        byte[] bytes = Objects.requireNonNull(objects.get(object.key())).bytes();
        return Arrays.copyOfRange(bytes, (int) from, (int) from + length);
    }

    @Override
    public void delete(String key) {
        check();
        objects.remove(key);
    }

    /// Fails every call after so many more.
    void breakDownAfter(int calls) {
        left.set(calls);
    }

    private void check() {
        if (outOfOrder || left.getAndDecrement() == 0) {
            throw new IllegalStateException("bucket is out of order");
        }
    }
}
