package dev.weir.lake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// A bucket in memory with a clock of its own, in which somebody can die, or somebody else can act,
/// before or after any call.
final class MemoryLake implements LakeObjects {

    final TreeMap<String, Stored> objects = new TreeMap<>();
    long bytesRead;
    private Instant now = Instant.parse("2026-02-08T00:30:00Z");
    private long version;
    private int untilCrash = -1;
    private boolean crashAfter;
    private int untilOthers = -1;
    private Runnable others = () -> {};

    record Stored(ObjectContent content, String etag, Instant modified) {}

    Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /// Fails the call that comes after some others, before or after it has done its work.
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

    private <T> T call(java.util.function.Supplier<T> work) {
        if (untilOthers-- == 0) {
            Runnable now = others;
            others = () -> {};
            now.run();
        }
        boolean crash = untilCrash-- == 0;
        if (crash && !crashAfter) {
            throw new LakeUnavailable("scripted");
        }
        T result = work.get();
        if (crash) {
            throw new LakeUnavailable("scripted");
        }
        return result;
    }

    @Override
    public PutOutcome putIfAbsent(String key, ObjectContent content) {
        return call(() -> objects.putIfAbsent(key, stored(content)) == null ? PutOutcome.STORED : PutOutcome.PRESENT);
    }

    @Override
    public void put(String key, ObjectContent content) {
        call(() -> objects.put(key, stored(content)));
    }

    @Override
    public PutOutcome replace(String key, ObjectContent content, String etag) {
        return call(() -> {
            Stored there = objects.get(key);
            if (there == null) {
                return PutOutcome.CONFLICT;
            }
            if (!there.etag().equals(etag)) {
                return PutOutcome.PRESENT;
            }
            objects.put(key, stored(content));
            return PutOutcome.STORED;
        });
    }

    private Stored stored(ObjectContent content) {
        return new Stored(content.held(), "v" + ++version, now);
    }

    @Override
    public Optional<Map<String, String>> head(String key) {
        return call(() -> Optional.ofNullable(objects.get(key))
                .map(stored -> stored.content().metadata()));
    }

    @Override
    public List<LakeObject> list(String prefix) {
        return call(() -> objects.tailMap(prefix).entrySet().stream()
                .takeWhile(object -> object.getKey().startsWith(prefix))
                .map(object -> listed(object.getKey(), object.getValue()))
                .toList());
    }

    private static LakeObject listed(String key, Stored stored) {
        return new LakeObject(key, stored.etag(), stored.content().bytes().length, stored.modified());
    }

    @Override
    public List<String> folders(String prefix) {
        TreeSet<String> folders = new TreeSet<>();
        for (LakeObject object : list(prefix)) {
            int slash = object.key().indexOf('/', prefix.length());
            if (slash > 0) {
                folders.add(object.key().substring(0, slash + 1));
            }
        }
        return List.copyOf(folders);
    }

    @Override
    public Optional<Fetched> get(String key) {
        return call(() -> Optional.ofNullable(objects.get(key))
                .map(stored -> new Fetched(stored.content().bytes(), stored.etag())));
    }

    @Override
    public byte[] read(LakeObject object, long from, int length) {
        return call(() -> {
            Stored stored = objects.get(object.key());
            if (stored == null || !stored.etag().equals(object.etag())) {
                throw new LakeUnavailable(object.key() + " has changed");
            }
            bytesRead += length;
            return Arrays.copyOfRange(stored.content().bytes(), (int) from, (int) from + length);
        });
    }

    @Override
    public void delete(String key) {
        call(() -> Optional.ofNullable(objects.remove(key)));
    }
}
