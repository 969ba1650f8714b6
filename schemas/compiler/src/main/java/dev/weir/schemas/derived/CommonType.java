package dev.weir.schemas.derived;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A type that holds the values of two: where properties of two events have one name, they have one column.
final class CommonType {

    private CommonType() {}

    /// The narrowest such type. Where nothing else does, it is text, which holds lists and objects as JSON.
    static ValueType of(ValueType one, ValueType other) {
        if (one.equals(other)) {
            return one;
        }
        if (isNumber(one) && isNumber(other)) {
            return new ValueType.Real();
        }
        if (one instanceof ValueType.Many(var a) && other instanceof ValueType.Many(var b)) {
            return new ValueType.Many(of(a, b));
        }
        if (one instanceof ValueType.OpenMap(var a) && other instanceof ValueType.OpenMap(var b)) {
            return new ValueType.OpenMap(of(a, b));
        }
        if (one instanceof ValueType.Group(var a) && other instanceof ValueType.Group(var b)) {
            return new ValueType.Group(members(a, b));
        }
        return new ValueType.Text();
    }

    private static boolean isNumber(ValueType type) {
        return type instanceof ValueType.Whole || type instanceof ValueType.Real;
    }

    private static List<Property> members(List<Property> one, List<Property> other) {
        Map<String, Property> members = new LinkedHashMap<>();
        one.forEach(member -> members.put(column(member), member));
        other.forEach(member -> members.merge(column(member), member, (a, b) -> a.as(of(a.type(), b.type()))));
        return new ArrayList<>(members.values());
    }

    private static String column(Property member) {
        return member.name().toLowerCase(Locale.ROOT);
    }
}
