package dev.weir.compactor;

import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeObjects;
import dev.weir.lake.ObjectContent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A bucket of which the names matter, and when objects came; of what is in them, manifests alone.
final class ListedLake implements LakeObjects {

    private final TreeMap<String, Instant> keys = new TreeMap<>();
    private final Map<String, byte[]> manifests = new HashMap<>();

    ListedLake with(String key, String modified) {
        keys.put(key, Instant.parse(modified));
        return this;
    }

    ListedLake withManifest(String key, Stream<String> lines) {
        manifests.put(key, lines.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
        return with(key, "2026-02-08T14:00:00Z");
    }

    @Override
    public List<LakeObject> list(String prefix) {
        return keys.entrySet().stream()
                .filter(object -> object.getKey().startsWith(prefix))
                .map(object -> new LakeObject(object.getKey(), "tag", 1_000, object.getValue()))
                .toList();
    }

    @Override
    public List<String> folders(String prefix) {
        TreeSet<String> folders = new TreeSet<>();
        for (LakeObject object : list(prefix)) {
            folders.add(object.key().substring(0, object.key().indexOf('/', prefix.length()) + 1));
        }
        return List.copyOf(folders);
    }

    @Override
    public Optional<Fetched> get(String key) {
        return Optional.ofNullable(manifests.get(key)).map(bytes -> new Fetched(bytes, "tag"));
    }

    @Override
    public byte[] read(LakeObject object, long from, int length) {
        throw contents();
    }

    @Override
    public PutOutcome replace(String key, ObjectContent content, String etag) {
        manifests.put(key, content.bytes());
        return PutOutcome.STORED;
    }

    @Override
    public void delete(String key) {
        keys.remove(key);
    }

    @Override
    public PutOutcome putIfAbsent(String key, ObjectContent content) {
        throw contents();
    }

    @Override
    public void put(String key, ObjectContent content) {
        throw contents();
    }

    @Override
    public Optional<Map<String, String>> head(String key) {
        throw contents();
    }

    private static UnsupportedOperationException contents() {
        return new UnsupportedOperationException(
                "objects here are names: whoever reads or adds one tests something else");
    }
}
