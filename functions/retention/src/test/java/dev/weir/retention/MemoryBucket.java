package dev.weir.retention;

import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeUnavailable;
import dev.weir.lake.ObjectContent;
import dev.weir.lake.OldVersion;
import dev.weir.lake.VersionedObjects;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// A bucket in memory that keeps old versions, and whose objects are as old as a test wants.
final class MemoryBucket implements VersionedObjects {

    final TreeMap<String, Stored> objects = new TreeMap<>();
    final List<OldVersion> old = new ArrayList<>();
    private final Clock clock;
    private int version;
    private int untilCrash = -1;

    MemoryBucket(Clock clock) {
        this.clock = clock;
    }

    record Stored(ObjectContent content, String etag, Instant modified) {}

    ObjectContent content(String key) {
        return Objects.requireNonNull(objects.get(key)).content();
    }

    /// Makes the bucket hold what another does.
    void become(MemoryBucket other) {
        objects.clear();
        objects.putAll(other.objects);
        old.clear();
        old.addAll(other.old);
        version = other.version;
    }

    void age(String key, Instant modified) {
        objects.computeIfPresent(key, (name, stored) -> new Stored(stored.content(), stored.etag(), modified));
    }

    /// Fails the change that comes after some others.
    void crash(int after) {
        untilCrash = after;
    }

    private void store(String key, ObjectContent content) {
        change(key);
        objects.put(key, new Stored(content.held(), "v" + ++version, clock.instant()));
    }

    private void change(String key) {
        if (untilCrash-- == 0) {
            throw new LakeUnavailable("scripted");
        }
        if (objects.containsKey(key)) {
            old.add(new OldVersion(key, "o" + ++version));
        }
    }

    @Override
    public PutOutcome putIfAbsent(String key, ObjectContent content) {
        if (objects.containsKey(key)) {
            return PutOutcome.PRESENT;
        }
        store(key, content);
        return PutOutcome.STORED;
    }

    @Override
    public void put(String key, ObjectContent content) {
        store(key, content);
    }

    @Override
    public PutOutcome replace(String key, ObjectContent content, String etag) {
        Stored there = objects.get(key);
        if (there == null || !there.etag().equals(etag)) {
            return there == null ? PutOutcome.CONFLICT : PutOutcome.PRESENT;
        }
        store(key, content);
        return PutOutcome.STORED;
    }

    @Override
    public void delete(String key) {
        change(key);
        objects.remove(key);
        old.add(new OldVersion(key, "mark" + ++version));
    }

    @Override
    public void delete(OldVersion gone) {
        change("");
        old.remove(gone);
    }

    @Override
    public List<OldVersion> oldVersions(String prefix) {
        return old.stream().filter(version -> version.key().startsWith(prefix)).toList();
    }

    @Override
    public List<LakeObject> list(String prefix) {
        return objects.entrySet().stream()
                .filter(object -> object.getKey().startsWith(prefix))
                .map(object -> listed(object.getKey(), object.getValue()))
                .toList();
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
        return Optional.ofNullable(objects.get(key))
                .map(stored -> new Fetched(stored.content().bytes(), stored.etag()));
    }

    @Override
    public Optional<Map<String, String>> head(String key) {
        return Optional.ofNullable(objects.get(key))
                .map(stored -> stored.content().metadata());
    }

    @Override
    public byte[] read(LakeObject object, long from, int length) {
        Stored stored = objects.get(object.key());
        if (stored == null || !stored.etag().equals(object.etag())) {
            throw new LakeUnavailable(object.key() + " has changed");
        }
        return Arrays.copyOfRange(stored.content().bytes(), (int) from, (int) from + length);
    }
}
