package dev.weir.schemas.derived;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The type of a property's column in silver.
final class HiveType {

    private HiveType() {}

    static String of(ValueType type) {
        return switch (type) {
            case ValueType.Text _, ValueType.Choice _, ValueType.Mixed _ -> "string";
            case ValueType.Whole _ -> "bigint";
            case ValueType.Real _ -> "double";
            case ValueType.Flag _ -> "boolean";
            case ValueType.Moment _ -> "timestamp";
            case ValueType.Day _ -> "date";
            case ValueType.Many(var item) -> "array<" + of(item) + ">";
            case ValueType.OpenMap(var value) -> "map<string," + of(value) + ">";
            case ValueType.Group(var members) -> group(members);
        };
    }

    /// A struct, if its members have names that one can have.
    private static String group(List<Property> members) {
        Set<String> names = new HashSet<>();
        for (Property member : members) {
            String name = member.name().toLowerCase(Locale.ROOT);
            if (!name.matches("[a-z][a-z0-9_]*") || !names.add(name)) {
                return "string";
            }
        }
        return members.isEmpty()
                ? "string"
                : members.stream()
                        .map(member -> member.name().toLowerCase(Locale.ROOT) + ":" + of(member.type()))
                        .collect(Collectors.joining(",", "struct<", ">"));
    }
}
