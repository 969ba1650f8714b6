package dev.weir.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What readers of a day's events must know: the silver objects that count, and the objects that no
/// longer do, because what was in them is in others. A reader takes the live silver objects, and every
/// bronze object that is not replaced.
///
/// It is one object, JSON by line, so a reader sees it before a swap or after it, never between.
public record Manifest(List<Live> live, List<Replaced> replaced) {

    static final Manifest EMPTY = new Manifest(List.of(), List.of());

    private static final JsonMapper JSON = new JsonMapper();

    /// A silver object that counts.
    ///
    /// @param run what was merged at once: objects of one run do not overlap, and of a retention class
    ///     are in order
    /// @param part the object's place among those of its run and class, from 0
    public record Live(String key, String run, int part, long rows, long bytes) {}

    /// An object that no longer counts, and may be deleted a while later.
    public record Replaced(String key, Instant since) {}

    public Manifest {
        live = live.stream().sorted(Comparator.comparing(Live::key)).toList();
        replaced = replaced.stream().sorted(Comparator.comparing(Replaced::key)).toList();
    }

    /// Reads one.
    ///
    /// @throws IllegalArgumentException if it is not a manifest; the message says in which line
    public static Manifest read(byte[] json) {
        List<Live> live = new ArrayList<>();
        List<Replaced> replaced = new ArrayList<>();
        int number = 0;
        for (String line : new String(json, StandardCharsets.UTF_8).lines().toList()) {
            JsonNode entry = entry(line, ++number);
            switch (entry.path("state").asText()) {
                case "live" -> live.add(live(entry));
                case "replaced" -> replaced.add(replaced(entry));
                default -> throw new IllegalArgumentException("line " + number + " of the manifest has no known state");
            }
        }
        return new Manifest(live, replaced);
    }

    private static JsonNode entry(String line, int number) {
        try {
            return JSON.readTree(line);
        } catch (IOException broken) {
            throw new IllegalArgumentException("line " + number + " of the manifest is not JSON", broken);
        }
    }

    private static Live live(JsonNode entry) {
        return new Live(
                entry.required("key").asText(),
                entry.required("run").asText(),
                entry.required("part").asInt(),
                entry.required("rows").asLong(),
                entry.required("bytes").asLong());
    }

    private static Replaced replaced(JsonNode entry) {
        return new Replaced(
                entry.required("key").asText(),
                Instant.parse(entry.required("since").asText()));
    }

    byte[] json() {
        StringBuilder lines = new StringBuilder();
        for (Live object : live) {
            ObjectNode line =
                    line(object.key(), "live").put("run", object.run()).put("part", object.part());
            lines.append(line.put("rows", object.rows()).put("bytes", object.bytes()))
                    .append('\n');
        }
        for (Replaced object : replaced) {
            lines.append(line(object.key(), "replaced")
                            .put("since", object.since().toString()))
                    .append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode line(String key, String state) {
        return JsonNodeFactory.instance.objectNode().put("key", key).put("state", state);
    }

    /// The bronze objects among these that count.
    public List<LakeObject> fresh(List<LakeObject> bronze) {
        Set<String> gone = replaced.stream().map(Replaced::key).collect(Collectors.toSet());
        return bronze.stream().filter(object -> !gone.contains(object.key())).toList();
    }

    /// The live objects by run.
    Map<String, List<Live>> runs() {
        return live.stream().collect(Collectors.groupingBy(Live::run, TreeMap::new, Collectors.toList()));
    }

    /// With some objects that count instead of others.
    Manifest with(List<Live> added, Collection<String> keys, Instant now) {
        Set<String> gone = new HashSet<>(keys);
        List<Live> kept = new ArrayList<>(
                live.stream().filter(object -> !gone.contains(object.key())).toList());
        kept.addAll(added);
        Map<String, Replaced> all = new HashMap<>();
        keys.forEach(key -> all.put(key, new Replaced(key, now)));
        replaced.forEach(object -> all.put(object.key(), object));
        return new Manifest(kept, List.copyOf(all.values()));
    }

    /// Without what was replaced and is gone.
    Manifest without(Set<String> deleted) {
        return new Manifest(
                live,
                replaced.stream()
                        .filter(object -> !deleted.contains(object.key()))
                        .toList());
    }
}
