package dev.weir.privacy;

import dev.weir.lake.ErasedObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a sweep over everything that is stored has found, for all of its requests.
final class Findings {

    /// By key and entity tag, so that an object that is rewritten by others counts as another.
    private final Map<String, ErasedObject> examined = new LinkedHashMap<>();

    private final Map<String, Integer> versions = new HashMap<>();
    private final Map<String, String> problems = new TreeMap<>();
    private final Set<String> copiesSeen = new LinkedHashSet<>();
    private StreamCopies.Tally copies = StreamCopies.Tally.NONE;
    private int exportsRemoved;

    void examined(ErasedObject object) {
        examined.put(object.key() + "#" + object.etagAfter(), object);
    }

    boolean hasSeen(String key, String etag) {
        return examined.containsKey(key + "#" + etag) || problems.containsKey(key);
    }

    void versionRemoved(String key) {
        versions.merge(key, 1, Integer::sum);
    }

    void problem(String what, String why) {
        problems.put(what, why);
    }

    /// @param document its bucket and name: what it has of the stream never changes, but for erasures
    void copies(String document, StreamCopies.Tally tally) {
        copiesSeen.add(document);
        copies = copies.and(tally);
    }

    /// What an earlier run has found.
    void copiesBefore(StreamCopies.Tally tally) {
        copies = copies.and(tally);
    }

    boolean hasSeenCopies(String document) {
        return copiesSeen.contains(document);
    }

    Set<String> copiesSeen() {
        return copiesSeen;
    }

    void exportRemoved() {
        exportsRemoved++;
    }

    List<ErasedObject> objects() {
        return List.copyOf(examined.values());
    }

    Map<String, Integer> versions() {
        return versions;
    }

    Map<String, String> problems() {
        return problems;
    }

    StreamCopies.Tally copies() {
        return copies;
    }

    int exportsRemoved() {
        return exportsRemoved;
    }
}
