package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.Collectors;

/// Types in TypeScript's words. Members of objects are indented by their depth.
final class TypeScriptType {

    private TypeScriptType() {}

    static String of(ValueType type, int depth) {
        return switch (type) {
            case ValueType.Text _, ValueType.Moment _, ValueType.Day _ -> "string";
            case ValueType.Choice(var words) ->
                words.stream().map(TypeScriptType::text).collect(Collectors.joining(" | "));
            case ValueType.Whole _, ValueType.Real _ -> "number";
            case ValueType.Flag _ -> "boolean";
            case ValueType.Many(var item) -> "Array<" + of(item, depth) + ">";
            case ValueType.OpenMap(var value) -> "Record<string, " + of(value, depth) + ">";
            case ValueType.Group(var members) -> group(members, depth);
            case ValueType.Mixed(var types) ->
                types.isEmpty()
                        ? "unknown"
                        : types.stream().map(one -> of(one, depth)).collect(Collectors.joining(" | "));
        };
    }

    static String group(List<Property> members, int depth) {
        return members.isEmpty()
                ? "Record<string, never>"
                : members.stream()
                        .map(member -> member(member, depth + 1))
                        .collect(Collectors.joining("", "{\n", "  ".repeat(depth) + "}"));
    }

    /// A member with its description.
    static String member(Property property, int depth) {
        String type = of(property.type(), depth) + (property.nullable() ? " | null" : "");
        return comment(words(property), depth) + "  ".repeat(depth) + key(property.name())
                + (property.required() ? ": " : "?: ") + type + ";\n";
    }

    static String comment(String words, int depth) {
        return words.isBlank() ? "" : "  ".repeat(depth) + "/** " + words.replace("*/", "* /") + " */\n";
    }

    static String text(String text) {
        return TextNode.valueOf(text).toString();
    }

    static String key(String name) {
        return name.matches("[A-Za-z_$][A-Za-z0-9_$]*") ? name : text(name);
    }

    private static String words(Property property) {
        String rules = ValueRules.of(property.schema()).replace("`", "");
        String fate = switch (property.privacy()) {
            case NONE, QUASI -> "";
            case IDENTIFIER -> " A pseudonym of it is stored instead.";
            case SENSITIVE -> " Never stored.";
            case FREE_TEXT -> " Personal data in it is masked.";
        };
        boolean isSaid = rules.isEmpty() || property.type() instanceof ValueType.Choice;
        return property.description() + fate + (isSaid ? "" : " (" + rules + ")");
    }
}
