package dev.weir.core.catalog;

import com.fasterxml.jackson.core.JsonPointer;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Purpose;
import java.util.Map;
import java.util.Optional;

/// How a product's envelope maps to ours: where in an event as it was sent each of our fields is found.
///
/// @param schema what the envelope must look like before it is read
/// @param places where the fields are that every event has
/// @param context where each context field is, by stored field name
public record Dialect(
        EventSchema schema,
        Places places,
        Map<IdentityKind, JsonPointer> identities,
        Map<Purpose, JsonPointer> consent,
        Map<String, JsonPointer> context) {

    public Dialect {
        identities = Map.copyOf(identities);
        consent = Map.copyOf(consent);
        context = Map.copyOf(context);
    }

    /// Where the name, id, time and properties of an event are.
    ///
    /// @param schemaVersion absent where the product's events do not say theirs; the newest version holds then
    public record Places(
            JsonPointer eventName,
            JsonPointer eventId,
            JsonPointer properties,
            Optional<JsonPointer> clientTimestamp,
            Optional<JsonPointer> schemaVersion) {}
}
