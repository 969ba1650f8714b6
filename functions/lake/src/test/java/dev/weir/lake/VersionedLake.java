package dev.weir.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// A bucket in memory that keeps old versions, in which somebody can die at any call, and somebody can look
/// after each.
final class VersionedLake implements VersionedObjects {

    final MemoryLake now = new MemoryLake();
    final List<OldVersion> old = new ArrayList<>();
    private int versions;
    private int untilCrash = -1;
    private boolean crashAfter;
    private int calls;
    private Runnable looking = () -> {};
    private int untilOthers = -1;
    private Runnable others = () -> {};

    void crash(int after, boolean done) {
        untilCrash = after;
        crashAfter = done;
    }

    /// Lets somebody else act before the call that comes after some others.
    void meanwhile(int after, Runnable work) {
        untilOthers = after;
        others = work;
    }

    void calm() {
        untilCrash = -1;
        untilOthers = -1;
    }

    void afterEachCall(Runnable look) {
        looking = look;
    }

    ObjectContent content(String key) {
        return Objects.requireNonNull(now.objects.get(key)).content();
    }

    /// Calls that changed something or asked for something.
    int calls() {
        return calls;
    }

    private <T> T call(Supplier<T> work) {
        calls++;
        if (untilOthers-- == 0) {
            others.run();
        }
        boolean crash = untilCrash-- == 0;
        if (crash && !crashAfter) {
            throw new LakeUnavailable("scripted");
        }
        T result = work.get();
        Runnable look = looking;
        looking = () -> {};
        look.run();
        looking = look;
        if (crash) {
            throw new LakeUnavailable("scripted");
        }
        return result;
    }

    private void outdate(String key) {
        if (now.objects.containsKey(key)) {
            old.add(new OldVersion(key, "o" + ++versions));
        }
    }

    @Override
    public List<OldVersion> oldVersions(String prefix) {
        return call(() ->
                old.stream().filter(version -> version.key().startsWith(prefix)).toList());
    }

    @Override
    public void delete(OldVersion version) {
        call(() -> old.remove(version));
    }

    @Override
    public void delete(String key) {
        call(() -> {
            outdate(key);
            now.delete(key);
            return old.add(new OldVersion(key, "mark" + ++versions));
        });
    }

    @Override
    public PutOutcome replace(String key, ObjectContent content, String etag) {
        return call(() -> {
            PutOutcome outcome = now.replace(key, content, etag);
            if (outcome == PutOutcome.STORED) {
                outdate(key);
            }
            return outcome;
        });
    }

    @Override
    public void put(String key, ObjectContent content) {
        call(() -> {
            outdate(key);
            now.put(key, content);
            return true;
        });
    }

    @Override
    public PutOutcome putIfAbsent(String key, ObjectContent content) {
        return call(() -> now.putIfAbsent(key, content));
    }

    @Override
    public List<LakeObject> list(String prefix) {
        return call(() -> now.list(prefix));
    }

    @Override
    public List<String> folders(String prefix) {
        return call(() -> now.folders(prefix));
    }

    @Override
    public Optional<Fetched> get(String key) {
        return call(() -> now.get(key));
    }

    @Override
    public byte[] read(LakeObject object, long from, int length) {
        return call(() -> now.read(object, from, length));
    }

    @Override
    public Optional<Map<String, String>> head(String key) {
        return call(() -> now.head(key));
    }
}
