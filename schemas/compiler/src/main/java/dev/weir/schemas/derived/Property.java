package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.event.PrivacyClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A property of an event, or a member of one.
///
/// @param required whether it is always there
/// @param nullable whether it may be there and be null
/// @param schema the rules for its value, with its description
record Property(
        String name, ValueType type, boolean required, boolean nullable, PrivacyClass privacy, JsonNode schema) {

    /// The members that the schema of an object declares, in its order. One without a privacy class is not kept.
    static List<Property> of(JsonNode object) {
        Set<String> required = new HashSet<>();
        object.path("required").forEach(name -> required.add(name.asText()));
        List<Property> properties = new ArrayList<>();
        object.path("properties")
                .forEachEntry((name, schema) -> properties.add(new Property(
                        name,
                        SchemaType.of(schema),
                        required.contains(name),
                        SchemaType.isNullable(schema),
                        privacy(schema),
                        schema)));
        return properties;
    }

    private static PrivacyClass privacy(JsonNode schema) {
        JsonNode label = schema.path("x-weir-privacy");
        return label.isMissingNode() ? PrivacyClass.SENSITIVE : PrivacyClass.of(label.asText());
    }

    Property as(ValueType other) {
        return new Property(name, other, required, nullable, privacy, schema);
    }

    Property optional() {
        return new Property(name, type, false, nullable, privacy, schema);
    }

    String description() {
        return schema.path("description").asText();
    }
}
