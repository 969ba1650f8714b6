package dev.weir.local.gateway;

import java.util.Map;
import java.util.SortedSet;

/// What the routes say about a method and a path.
sealed interface Match {

    /// `parameters` as they stand in the path, not yet decoded.
    record Found(Route route, Map<String, String> parameters) implements Match {}

    /// The path is known, with these methods only.
    record OtherMethods(SortedSet<String> allowed) implements Match {}

    record Unknown() implements Match {}
}
