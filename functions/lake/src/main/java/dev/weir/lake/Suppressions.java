package dev.weir.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.weir.lake.LakeObjects.Fetched;
import dev.weir.lake.ObjectStore.PutOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The list of those whose events are not to land, as an object in the lake's bucket. It has pseudonyms, so an entry
/// leaves it when it ends.
public final class Suppressions {

    /// The name of the list.
    public static final String KEY = "suppression/list.json";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ATTEMPTS = 20;

    private final LakeObjects lake;

    public Suppressions(LakeObjects lake) {
        this.lake = lake;
    }

    /// The list as it is now.
    ///
    /// @throws LakeUnavailable if it cannot be read: then nothing may land
    public List<Suppression> read() {
        return lake.get(KEY).map(list -> parse(list.bytes())).orElse(List.of());
    }

    /// Adds to the list, and takes out of it what has ended, but not what is added. Adding what is there changes
    /// nothing.
    ///
    /// @throws LakeUnavailable if it is not known to be stored
    public void add(List<Suppression> added, Instant now) {
        change(entries -> {
            entries.removeIf(entry -> entry.ends().isBefore(now) && !added.contains(entry));
            entries.addAll(added);
        });
    }

    /// Takes out of the list what nobody needs any more, before it ends by itself.
    ///
    /// @throws LakeUnavailable if it is not known to be stored
    public void remove(Suppression entry) {
        change(entries -> entries.remove(entry));
    }

    private void change(Consumer<Set<Suppression>> work) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Fetched> seen = lake.get(KEY);
            List<Suppression> before = seen.map(list -> parse(list.bytes())).orElse(List.of());
            Set<Suppression> after = new LinkedHashSet<>(before);
            work.accept(after);
            if (List.copyOf(after).equals(before) || store(seen, after) == PutOutcome.STORED) {
                return;
            }
        }
        throw new LakeUnavailable("cannot write " + KEY + ": others write it too");
    }

    private PutOutcome store(Optional<Fetched> seen, Set<Suppression> entries) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        entries.forEach(entry -> json.add(entry.json()));
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        ObjectContent content = new ObjectContent(bytes, "application/json", Map.of());
        return seen.isPresent() ? lake.replace(KEY, content, seen.get().etag()) : lake.putIfAbsent(KEY, content);
    }

    private static List<Suppression> parse(byte[] json) {
        try {
            List<Suppression> entries = new ArrayList<>();
            for (JsonNode entry : JSON.readTree(json)) {
                entries.add(Suppression.of(entry));
            }
            return entries;
        } catch (IOException | IllegalArgumentException broken) {
            // Without its cause, which may quote a name.
            throw new LakeUnavailable(KEY + " cannot be understood");
        }
    }
}
