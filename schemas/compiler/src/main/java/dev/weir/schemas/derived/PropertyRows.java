package dev.weir.schemas.derived;

import dev.weir.core.event.PrivacyClass;
import java.util.ArrayList;
import java.util.List;

/// The properties of an event as rows of a table, members of objects below what they are in.
final class PropertyRows {

    static final List<String> HEADER = List.of("Property", "Type", "Required", "Values", "Privacy", "Meaning");

    private final List<List<String>> rows = new ArrayList<>();

    private PropertyRows() {}

    static List<List<String>> of(List<Property> properties) {
        PropertyRows rows = new PropertyRows();
        rows.add(properties, "");
        return rows.rows;
    }

    private void add(List<Property> properties, String in) {
        for (Property property : properties) {
            rows.add(List.of(
                    Markdown.code(in + property.name()),
                    type(property.type()) + (property.nullable() ? ", or null" : ""),
                    property.required() ? "yes" : "",
                    ValueRules.of(property.schema()),
                    privacy(property),
                    property.description()));
            members(property.type(), in + property.name());
        }
    }

    private void members(ValueType type, String name) {
        switch (type) {
            case ValueType.Group(var members) -> add(members, name + ".");
            case ValueType.Many(var item) -> members(item, name + "[]");
            case ValueType.OpenMap(var value) -> members(value, name + ".*");
            case ValueType.Text _,
                    ValueType.Choice _,
                    ValueType.Whole _,
                    ValueType.Real _,
                    ValueType.Flag _,
                    ValueType.Moment _,
                    ValueType.Day _,
                    ValueType.Mixed _ -> {}
        }
    }

    private static String privacy(Property property) {
        String identity = property.schema().path("x-weir-identity").asText();
        String label = property.privacy().label();
        return property.privacy() == PrivacyClass.IDENTIFIER && !identity.isEmpty()
                ? label + " of the " + identity
                : label;
    }

    private static String type(ValueType type) {
        return switch (type) {
            case ValueType.Text _, ValueType.Choice _ -> "text";
            case ValueType.Whole _ -> "whole number";
            case ValueType.Real _ -> "number";
            case ValueType.Flag _ -> "true or false";
            case ValueType.Moment _ -> "time";
            case ValueType.Day _ -> "date";
            case ValueType.Many(var item) -> "list of " + type(item);
            case ValueType.OpenMap(var value) -> "map to " + type(value);
            case ValueType.Group _ -> "object";
            case ValueType.Mixed(var types) ->
                types.isEmpty()
                        ? "anything"
                        : String.join(
                                " or ", types.stream().map(PropertyRows::type).toList());
        };
    }
}
