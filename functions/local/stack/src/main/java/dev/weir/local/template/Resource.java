package dev.weir.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// A resource of a stack, with everything in it resolved.
///
/// @param id logical id
/// @param physicalId what `Ref` gives
/// @param onDelete what becomes of it when it goes from its stack
/// @param onReplace what becomes of it when another takes its place
public record Resource(
        String id, String type, String physicalId, JsonNode properties, Policy onDelete, Policy onReplace) {

    /// Whether a resource outlives its place in a stack.
    public enum Policy {
        DELETE,
        RETAIN;

        /// `RetainExceptOnCreate` differs from `Retain` only where a creation fails half-way, which nothing here does.
        static Policy of(String text) {
            return switch (text) {
                case "", "Delete" -> DELETE;
                case "Retain", "RetainExceptOnCreate" -> RETAIN;
                default -> throw new CannotApply("the deletion policy " + text + " is not known here");
            };
        }
    }

    public boolean is(String other) {
        return type.equals(other);
    }

    /// The text at a JSON pointer into the properties.
    ///
    /// @throws CannotApply where there is none
    public String text(String pointer) {
        JsonNode value = properties.at(pointer);
        if (!value.isValueNode()) {
            throw new CannotApply(id + " (" + type + ") has no " + pointer);
        }
        return value.asText();
    }

    /// The number at a JSON pointer into the properties.
    public int number(String pointer, int otherwise) {
        return properties.at(pointer).asInt(otherwise);
    }

    /// The members of the array at a JSON pointer into the properties; none where there is none.
    public List<JsonNode> each(String pointer) {
        JsonNode value = properties.at(pointer);
        return value.isArray() ? value.valueStream().toList() : value.isMissingNode() ? List.of() : List.of(value);
    }
}
