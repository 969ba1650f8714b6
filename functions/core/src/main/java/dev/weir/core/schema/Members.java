package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The members of an object that its schema names: what each must be, and whether it must be there.
record Members(Member[] members) implements Check {

    record Member(String name, Check check, boolean required) {

        private boolean allows(@Nullable JsonNode value) {
            return value == null ? !required : check.passes(value);
        }
    }

    static Check of(JsonNode schema) {
        JsonNode properties = schema.path("properties");
        JsonNode required = schema.path("required");
        if (!(properties.isMissingNode() || properties.isObject())
                || !(required.isMissingNode() || isNames(required))) {
            return Fixed.DOUBT;
        }
        Set<String> needed = new LinkedHashSet<>();
        required.forEach(name -> needed.add(name.textValue()));
        Set<String> names = new LinkedHashSet<>(needed);
        properties.fieldNames().forEachRemaining(names::add);
        return new Members(names.stream()
                .map(name -> new Member(name, check(properties.get(name)), needed.contains(name)))
                .toArray(Member[]::new));
    }

    private static Check check(@Nullable JsonNode schema) {
        return schema == null ? Fixed.PASS : Check.of(schema);
    }

    static boolean isNames(JsonNode list) {
        return list.isArray() && list.valueStream().allMatch(JsonNode::isTextual);
    }

    @Override
    public boolean passes(JsonNode value) {
        if (value.isObject()) {
            for (Member member : members) {
                if (!member.allows(value.get(member.name()))) {
                    return false;
                }
            }
        }
        return true;
    }
}
