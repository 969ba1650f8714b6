package dev.weir.core.event;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is known of where an event happened: platform, versions, market and so on, by stored field name; what its
/// request tells; and the address that it came from, until that has been truncated.
///
/// @param context what the event says, under what its credential says
public record Surroundings(
        SortedMap<String, String> context, @Nullable ClientAddress address, Traits traits) {

    public Surroundings {
        context = Collections.unmodifiableSortedMap(new TreeMap<>(context));
    }

    public Surroundings(Map<String, String> context, @Nullable ClientAddress address, Traits traits) {
        this(new TreeMap<>(context), address, traits);
    }
}
