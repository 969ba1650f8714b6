package dev.weir.core.privacy;

import java.util.ArrayList;
import java.util.List;

/// The way from the top of an event to where a search is. It becomes a JSON pointer only where something is found.
final class Trail {

    private static final int LONGEST_KEY = 64;

    private final String at;
    private final List<Object> steps = new ArrayList<>();

    /// @param at JSON pointer that the way begins at
    Trail(String at) {
        this.at = at;
    }

    void down(String key) {
        steps.add(key);
    }

    void down(int index) {
        steps.add(index);
    }

    void up() {
        steps.removeLast();
    }

    /// JSON pointer (RFC 6901) of the place. A key that does not look like a property's name may itself be personal,
    /// and is shown as `*`.
    String pointer() {
        StringBuilder pointer = new StringBuilder(at);
        for (Object step : steps) {
            pointer.append('/').append(step instanceof String key ? shown(key) : step);
        }
        return pointer.toString();
    }

    private static String shown(String key) {
        boolean plain =
                key.length() <= LONGEST_KEY && !key.isEmpty() && key.chars().allMatch(Trail::isNamePart);
        return plain && PiiScanner.COMPLETE.scan(key, Meaning.PROSE).isEmpty() ? key : "*";
    }

    private static boolean isNamePart(int c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
