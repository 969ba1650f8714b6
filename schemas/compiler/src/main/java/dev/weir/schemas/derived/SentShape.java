package dev.weir.schemas.derived;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// An event of a form as an object in TypeScript, whose name is `E`.
///
/// @param properties the type of what is in the place of the properties
record SentShape(SentForm form, String properties) {

    String text(int depth) {
        return object(form.schema(), JsonPointer.empty(), form.places(), depth);
    }

    private String object(JsonNode schema, JsonPointer at, Map<String, String> words, int depth) {
        StringBuilder text = new StringBuilder("{\n");
        for (Property member : members(schema, at)) {
            JsonPointer place = at.appendProperty(member.name());
            boolean isAlwaysThere = member.required() || isProperties(place);
            text.append(TypeScriptType.comment(words.getOrDefault(place.toString(), ""), depth + 1))
                    .append("  ".repeat(depth + 1))
                    .append(TypeScriptType.key(member.name()))
                    .append(isAlwaysThere ? ": " : "?: ")
                    .append(value(member, place, words, depth + 1))
                    .append(member.nullable() ? " | null;\n" : ";\n");
        }
        return text.append("  ".repeat(depth)).append("}").toString();
    }

    /// The properties last: they are what differs from event to event.
    private List<Property> members(JsonNode schema, JsonPointer at) {
        return Property.of(schema).stream()
                .sorted(Comparator.comparing(member -> isProperties(at.appendProperty(member.name()))))
                .toList();
    }

    private String value(Property member, JsonPointer place, Map<String, String> words, int depth) {
        if (isProperties(place)) {
            return properties;
        }
        if (place.toString().equals(form.eventName())) {
            return "E";
        }
        return member.type() instanceof ValueType.Group
                ? object(member.schema(), place, words, depth)
                : TypeScriptType.of(member.type(), depth);
    }

    private boolean isProperties(JsonPointer place) {
        return place.toString().equals(form.properties());
    }
}
