package dev.weir.core.catalog;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One form of a product's envelope: where in an event as it was sent each of our fields is found.
///
/// @param when what an event of this form has; nothing where every event is of it
/// @param schema what the envelope must look like before it is read
public record Form(String name, List<Condition> when, EventSchema schema, Places places, Fields fields) {

    public Form {
        when = List.copyOf(when);
    }

    /// Something that an event of a form has.
    public sealed interface Condition {

        JsonPointer at();

        /// One of these values, as text.
        record In(JsonPointer at, Set<String> values) implements Condition {}

        /// A value there, or none there.
        record Present(JsonPointer at, boolean present) implements Condition {}
    }

    /// What an event is called: what it says, or what its form says.
    public sealed interface Name {

        record At(JsonPointer pointer) implements Name {}

        record Fixed(String event) implements Name {}
    }

    /// Where the name, id, time and properties of an event are.
    ///
    /// @param eventId absent where the product's events have none; they are numbered by their batch then
    /// @param schemaVersion absent where the product's events do not say theirs; the newest version holds then
    public record Places(
            Name eventName,
            Optional<JsonPointer> eventId,
            Properties properties,
            Optional<JsonPointer> clientTimestamp,
            Optional<JsonPointer> schemaVersion) {}

    /// The object of an event that holds its properties.
    ///
    /// @param taken members of it that are the envelope's; where the properties are the whole event
    public record Properties(JsonPointer at, Set<String> taken) {

        /// The properties of an event: missing where there are none.
        JsonNode of(JsonNode event) {
            JsonNode found = event.at(at);
            if (taken.isEmpty() || !(found instanceof ObjectNode object)) {
                return found;
            }
            ObjectNode others = object.objectNode();
            object.forEachEntry((name, value) -> {
                if (!taken.contains(name)) {
                    others.set(name, value);
                }
            });
            return others;
        }
    }

    /// Where the fields are that an event may have.
    ///
    /// @param kids flags, any of which says that the profile is a child's
    public record Fields(
            Map<IdentityKind, JsonPointer> identities,
            Map<Purpose, JsonPointer> consent,
            Map<String, JsonPointer> context,
            List<JsonPointer> kids) {

        public Fields {
            identities = Map.copyOf(identities);
            consent = Map.copyOf(consent);
            context = Map.copyOf(context);
            kids = List.copyOf(kids);
        }

        /// Fields of events that do not tell children's profiles.
        public Fields(
                Map<IdentityKind, JsonPointer> identities,
                Map<Purpose, JsonPointer> consent,
                Map<String, JsonPointer> context) {
            this(identities, consent, context, List.of());
        }
    }

    boolean matches(JsonNode event) {
        for (Condition condition : when) {
            if (!holds(condition, event)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Condition condition, JsonNode event) {
        JsonNode found = event.at(condition.at());
        return switch (condition) {
            case Condition.In(JsonPointer _, Set<String> values) ->
                found.isValueNode() && values.contains(found.asText());
            case Condition.Present(JsonPointer _, boolean present) ->
                present == !(found.isMissingNode() || found.isNull());
        };
    }
}
