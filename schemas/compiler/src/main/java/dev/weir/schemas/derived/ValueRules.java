package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a schema demands of a value beside its type, for people: values, bounds, lengths.
final class ValueRules {

    /// Bounds that a schema has because numbers have them, and not because of what is counted.
    private static final Set<String> TECHNICAL = Set.of("2147483647", "9007199254740991");

    private ValueRules() {}

    /// The rules, with code in backticks; empty if there are none.
    static String of(JsonNode schema) {
        List<String> rules = new ArrayList<>();
        if (schema.has("enum")) {
            schema.path("enum").forEach(value -> rules.add("`" + value.asText() + "`"));
            return String.join(", ", rules);
        }
        if (schema.has("const")) {
            return "`" + schema.path("const").asText() + "`";
        }
        range(schema, rules);
        if (schema.has("format")) {
            rules.add(format(schema.path("format").asText()));
        } else {
            span(schema, "Length", "character", rules);
            if (schema.has("pattern")) {
                rules.add("`" + schema.path("pattern").asText() + "`");
            }
        }
        span(schema, "Items", "item", rules);
        span(schema, "Properties", "key", rules);
        each(schema.path("items"), "each ", rules);
        each(schema.path("additionalProperties"), "each value ", rules);
        return String.join("; ", rules);
    }

    private static String format(String format) {
        return switch (format) {
            case "date-time" -> "`2026-02-08T14:30:00Z`";
            case "date" -> "`2026-02-08`";
            default -> format.toUpperCase(Locale.ROOT);
        };
    }

    private static void range(JsonNode schema, List<String> rules) {
        String least = number(schema.path("minimum"));
        String most = number(schema.path("maximum"));
        if (!least.isEmpty() && !most.isEmpty()) {
            rules.add(least + " to " + most);
            return;
        }
        bound("from ", least, rules);
        bound("more than ", number(schema.path("exclusiveMinimum")), rules);
        bound("up to ", most, rules);
        bound("less than ", number(schema.path("exclusiveMaximum")), rules);
    }

    private static void bound(String words, String number, List<String> rules) {
        if (!number.isEmpty()) {
            rules.add(words + number);
        }
    }

    /// How many there may be of something, by the keywords `min<what>` and `max<what>`.
    private static void span(JsonNode schema, String what, String unit, List<String> rules) {
        JsonNode least = schema.path("min" + what);
        JsonNode most = schema.path("max" + what);
        if (most.isInt() && least.isInt() && !most.equals(least)) {
            rules.add(number(least) + " to " + number(most) + " " + unit + "s");
        } else if (most.isInt()) {
            rules.add((least.isInt() ? "" : "up to ") + number(most) + " " + unit + (most.asInt() == 1 ? "" : "s"));
        } else if (least.isInt()) {
            rules.add("at least " + number(least) + " " + unit + (least.asInt() == 1 ? "" : "s"));
        }
    }

    private static void each(JsonNode schema, String whose, List<String> rules) {
        String inside = schema.isObject() && !schema.has("properties") ? of(schema) : "";
        if (!inside.isEmpty()) {
            rules.add(whose + (schema.has("enum") ? "one of " : "") + inside);
        }
    }

    private static String number(JsonNode number) {
        if (!number.isNumber() || TECHNICAL.contains(number.asText())) {
            return "";
        }
        BigDecimal value = number.decimalValue();
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
