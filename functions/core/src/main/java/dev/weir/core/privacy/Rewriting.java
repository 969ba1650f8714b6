package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Copies of JSON with changes in it, made where there is a change: what nothing is done to is not copied, and stays
/// as it was to the byte.
///
/// @param trail follows the way through the JSON
record Rewriting(Trail trail) {

    /// What becomes of a member: itself, another value, or null where it goes.
    @FunctionalInterface
    interface MemberRule {
        @Nullable
        JsonNode apply(String key, JsonNode value);
    }

    /// What becomes of an item: itself, another value, or null where it goes.
    @FunctionalInterface
    interface ItemRule {
        @Nullable
        JsonNode apply(JsonNode item);
    }

    ObjectNode members(ObjectNode object, MemberRule rule) {
        return members(object, UnaryOperator.identity(), rule);
    }

    /// @param keys what becomes of a key
    ObjectNode members(ObjectNode object, UnaryOperator<String> keys, MemberRule rule) {
        ObjectNode copy = null;
        int same = 0;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            trail.down(member.getKey());
            String key = keys.apply(member.getKey());
            JsonNode value = rule.apply(member.getKey(), member.getValue());
            trail.up();
            boolean changed = !isSame(value, member.getValue()) || !key.equals(member.getKey());
            if (copy == null && changed) {
                copy = first(object, same);
            }
            if (copy != null && value != null) {
                copy.set(key, value);
            }
            same++;
        }
        return copy == null ? object : copy;
    }

    private static ObjectNode first(ObjectNode object, int members) {
        ObjectNode first = JsonNodeFactory.instance.objectNode();
        object.properties().stream().limit(members).forEach(member -> first.set(member.getKey(), member.getValue()));
        return first;
    }

    ArrayNode items(ArrayNode array, ItemRule rule) {
        ArrayNode copy = null;
        for (int i = 0; i < array.size(); i++) {
            trail.down(i);
            JsonNode value = rule.apply(array.get(i));
            trail.up();
            if (copy == null && !isSame(value, array.get(i))) {
                copy = JsonNodeFactory.instance.arrayNode(array.size());
                for (int same = 0; same < i; same++) {
                    copy.add(array.get(same));
                }
            }
            if (copy != null && value != null) {
                copy.add(value);
            }
        }
        return copy == null ? array : copy;
    }

    /// Equal is not enough: `1.0` equals `1.00` to some.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(@Nullable JsonNode value, JsonNode original) {
        return value == original;
    }
}
