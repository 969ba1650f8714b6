package dev.weir.local.emulators.kinesis;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A part of a list that is sorted by name.
record Page<T>(List<T> items, boolean hasMore) {
    static <T> Page<T> of(List<T> all, Function<T, String> name, @Nullable String after, int limit) {
        List<T> rest = after == null
                ? all
                : all.stream()
                        .filter(item -> name.apply(item).compareTo(after) > 0)
                        .toList();
        return new Page<>(rest.subList(0, Math.min(limit, rest.size())), rest.size() > limit);
    }
}
