package dev.weir.core.catalog;

import dev.weir.core.event.EventType;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Retention;
import dev.weir.core.event.Source;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/// What the catalog decides for one version of an event: its shape, and what its values may be used for.
///
/// @param properties by property name; a property that is not here is not kept
public record EventPolicy(
        EventType type, Terms terms, Set<Source> sources, Map<String, PropertyPolicy> properties, EventSchema schema) {

    public EventPolicy {
        sources = Set.copyOf(sources);
        properties = Map.copyOf(properties);
    }

    /// Why an event is collected, how much of it, and for how long.
    ///
    /// @param sampling how many of a hundred are kept
    public record Terms(Purpose purpose, String category, Retention retention, int sampling) {

        /// Whether an event of this id is among those that are kept. The same id always is, or never.
        boolean keeps(String eventId) {
            if (sampling >= 100) {
                return true;
            }
            CRC32 hash = new CRC32();
            hash.update(eventId.getBytes(StandardCharsets.UTF_8));
            return hash.getValue() % 100 < sampling;
        }
    }

    @Override
    public String toString() {
        return "EventPolicy[" + type + "]";
    }
}
