package dev.weir.privacy;

import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeUnavailable;
import dev.weir.lake.ObjectContent;
import dev.weir.lake.OldVersion;
import dev.weir.lake.VersionedObjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A bucket in memory that keeps old versions, and shares with others when somebody dies.
final class MemoryObjects implements VersionedObjects {

    final TreeMap<String, Stored> objects = new TreeMap<>();
    final List<OldVersion> old = new ArrayList<>();
    final Set<String> forbidden = new HashSet<>();
    private final Fate fate;
    private int version;
    private Consumer<LakeObject> reading = object -> {};
    private Runnable listing = () -> {};

    MemoryObjects(Fate fate) {
        this.fate = fate;
    }

    record Stored(ObjectContent content, String etag) {}

    /// Lets somebody look, or wait, before each read.
    void beforeEachRead(Consumer<LakeObject> look) {
        reading = look;
    }

    /// When somebody dies: at the call that comes after some others, before or after it has done its work.
    static final class Fate {

        private int left = -1;
        private boolean after;

        void strike(int calls, boolean done) {
            left = calls;
            after = done;
        }

        /// One call after the other, whoever makes them.
        synchronized <T> T call(Supplier<T> work) {
            boolean now = left-- == 0;
            if (now && !after) {
                throw new Death();
            }
            T result = work.get();
            if (now) {
                throw new Death();
            }
            return result;
        }
    }

    /// An error, since nobody makes up for it.
    static final class Death extends Error {

        private static final long serialVersionUID = 1;
    }

    /// The object of a name that there is.
    Stored at(String key) {
        return Objects.requireNonNull(objects.get(key));
    }

    /// Lets somebody act before each listing.
    void beforeEachList(Runnable act) {
        listing = act;
    }

    private Stored stored(String key, ObjectContent content) {
        if (objects.containsKey(key)) {
            old.add(new OldVersion(key, at(key).etag()));
        }
        return new Stored(content.held(), "v" + ++version);
    }

    @Override
    public PutOutcome putIfAbsent(String key, ObjectContent content) {
        return fate.call(() -> {
            if (objects.containsKey(key)) {
                return PutOutcome.PRESENT;
            }
            objects.put(key, stored(key, content));
            return PutOutcome.STORED;
        });
    }

    @Override
    public void put(String key, ObjectContent content) {
        fate.call(() -> objects.put(key, stored(key, content)));
    }

    @Override
    public PutOutcome replace(String key, ObjectContent content, String etag) {
        return fate.call(() -> {
            Stored there = objects.get(key);
            if (there == null) {
                return PutOutcome.CONFLICT;
            }
            if (!there.etag().equals(etag)) {
                return PutOutcome.PRESENT;
            }
            objects.put(key, stored(key, content));
            return PutOutcome.STORED;
        });
    }

    @Override
    public Optional<Map<String, String>> head(String key) {
        return get(key).map(found -> at(key).content().metadata());
    }

    @Override
    public List<LakeObject> list(String prefix) {
        listing.run();
        return fate.call(() -> objects.entrySet().stream()
                .filter(object -> object.getKey().startsWith(prefix))
                .map(object -> new LakeObject(
                        object.getKey(),
                        object.getValue().etag(),
                        object.getValue().content().bytes().length,
                        Instant.EPOCH))
                .toList());
    }

    @Override
    public List<String> folders(String prefix) {
        return list(prefix).stream()
                .map(object -> object.key().substring(prefix.length()))
                .filter(rest -> rest.contains("/"))
                .map(rest -> prefix + rest.substring(0, rest.indexOf('/') + 1))
                .distinct()
                .toList();
    }

    @Override
    public Optional<Fetched> get(String key) {
        return fate.call(() -> {
            allow(key);
            return Optional.ofNullable(objects.get(key))
                    .map(stored -> new Fetched(stored.content().bytes(), stored.etag()));
        });
    }

    @Override
    public byte[] read(LakeObject object, long from, int length) {
        reading.accept(object);
        return fate.call(() -> {
            allow(object.key());
            return Arrays.copyOfRange(at(object.key()).content().bytes(), (int) from, (int) from + length);
        });
    }

    private void allow(String key) {
        if (forbidden.contains(key)) {
            throw new LakeUnavailable("cannot read " + key);
        }
    }

    @Override
    public void delete(String key) {
        fate.call(() -> {
            Stored gone = objects.remove(key);
            return gone == null || old.add(new OldVersion(key, gone.etag()));
        });
    }

    @Override
    public List<OldVersion> oldVersions(String prefix) {
        return fate.call(() ->
                old.stream().filter(version -> version.key().startsWith(prefix)).toList());
    }

    @Override
    public void delete(OldVersion gone) {
        fate.call(() -> old.remove(gone));
    }
}
