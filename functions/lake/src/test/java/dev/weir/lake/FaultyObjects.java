package dev.weir.lake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A bucket in memory that goes wrong as scripted: one step per put, none left means that all goes well.
final class FaultyObjects implements ObjectStore {

    enum Fault {
        NONE,
        LOST_BEFORE_STORING,
        LOST_AFTER_STORING,
        CONFLICT,
        LOST_HEAD
    }

    final Map<String, ObjectContent> objects = new HashMap<>();
    private final Deque<Fault> script = new ArrayDeque<>();
    private Runnable meanwhile = () -> {};
    private boolean headLost;

    FaultyObjects failing(List<Fault> faults) {
        script.clear();
        script.addAll(faults);
        headLost = false;
        return this;
    }

    /// Somebody else's work, done just before the next put.
    FaultyObjects meanwhile(Runnable work) {
        meanwhile = work;
        return this;
    }

    ObjectContent object(String key) {
        return Objects.requireNonNull(objects.get(key), key);
    }

    Map<String, byte[]> bytes() {
        Map<String, byte[]> bytes = new HashMap<>();
        objects.forEach((key, content) -> bytes.put(key, content.bytes()));
        return bytes;
    }

    @Override
    public PutOutcome putIfAbsent(String key, ObjectContent content) {
        Runnable others = meanwhile;
        meanwhile = () -> {};
        others.run();
        return switch (next()) {
            case NONE -> store(key, content);
            case CONFLICT -> PutOutcome.CONFLICT;
            case LOST_BEFORE_STORING -> throw new LakeUnavailable("scripted");
            case LOST_AFTER_STORING -> {
                store(key, content);
                throw new LakeUnavailable("scripted");
            }
            case LOST_HEAD -> {
                headLost = true;
                yield store(key, content);
            }
        };
    }

    private PutOutcome store(String key, ObjectContent content) {
        return objects.putIfAbsent(key, content) == null ? PutOutcome.STORED : PutOutcome.PRESENT;
    }

    @Override
    public void put(String key, ObjectContent content) {
        objects.put(key, content);
    }

    @Override
    public Optional<Map<String, String>> head(String key) {
        if (headLost) {
            headLost = false;
            throw new LakeUnavailable("scripted");
        }
        return Optional.ofNullable(objects.get(key)).map(ObjectContent::metadata);
    }

    private Fault next() {
        Fault fault = script.poll();
        return fault == null ? Fault.NONE : fault;
    }
}
