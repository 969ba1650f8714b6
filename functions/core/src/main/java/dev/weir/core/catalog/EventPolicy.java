package dev.weir.core.catalog;

import dev.weir.core.event.EventType;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Retention;
import dev.weir.core.event.Source;
import java.util.Map;
import java.util.Set;

/// What the catalog decides for one version of an event: its shape, and what its values may be used for.
///
/// @param properties by property name; a property that is not here is not kept
public record EventPolicy(
        EventType type, Terms terms, Set<Source> sources, Map<String, PropertyPolicy> properties, EventSchema schema) {

    public EventPolicy {
        sources = Set.copyOf(sources);
        properties = Map.copyOf(properties);
    }

    /// Why an event is collected, and for how long.
    public record Terms(Purpose purpose, String category, Retention retention) {}

    @Override
    public String toString() {
        return "EventPolicy[" + type + "]";
    }
}
