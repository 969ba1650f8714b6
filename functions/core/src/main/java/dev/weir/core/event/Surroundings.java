package dev.weir.core.event;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an event says of where it happened: platform, versions, market and so on, by stored field name;
/// and the address that it came from, until that has been truncated.
public record Surroundings(
        SortedMap<String, String> context, @Nullable ClientAddress address) {

    public Surroundings {
        context = Collections.unmodifiableSortedMap(new TreeMap<>(context));
    }

    public Surroundings(Map<String, String> context, @Nullable ClientAddress address) {
        this(new TreeMap<>(context), address);
    }
}
