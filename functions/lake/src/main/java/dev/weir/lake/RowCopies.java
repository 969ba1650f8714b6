package dev.weir.lake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/// Finds rows that several of a day's objects have: the same place in the stream in any two, or in two of silver the
/// same event. In bronze an event may be again that was sent again.
final class RowCopies {

    private final Map<List<Object>, String> places = new HashMap<>();
    private final Map<List<Object>, String> events = new HashMap<>();
    private final Map<String, Integer> copies = new TreeMap<>();

    /// @param row tenant, subject, event id, shard, sequence, index
    void add(String key, List<@Nullable Object> row) {
        List<Object> known = row.stream().map(RowCopies::value).toList();
        boolean again = isElsewhere(places, known.subList(3, 6), key);
        boolean silver = key.startsWith("silver/");
        boolean twice = silver && isElsewhere(events, known.subList(0, 3), key);
        if (again || twice) {
            copies.merge(key, 1, Integer::sum);
        }
    }

    /// How many rows of an object are in others that were seen before it.
    Map<String, Integer> byObject() {
        return copies;
    }

    static String text(@Nullable Object value) {
        return value instanceof Binary binary ? binary.toStringUsingUTF8() : "";
    }

    private static boolean isElsewhere(Map<List<Object>, String> seen, List<Object> row, String key) {
        String first = seen.putIfAbsent(new ArrayList<>(row), key);
        return first != null && !first.equals(key);
    }

    private static Object value(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Binary binary -> ByteBuffer.wrap(binary.getBytes());
            default -> value;
        };
    }
}
