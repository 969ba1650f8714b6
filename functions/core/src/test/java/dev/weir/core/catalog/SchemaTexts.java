package dev.weir.core.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// JSON Schemas as texts: keywords that are compiled, beside and around keywords that are not.
final class SchemaTexts {

    private static final List<String> PATTERNS = List.of(
            "^[A-Z]{2}$",
            "^[a-z]+$",
            "^[A-Z]{2}-[A-Z0-9]{1,3}$",
            "^[a-z][a-z0-9_]{0,63}$",
            "^[A-Za-z0-9_.:-]{1,64}$",
            "^a",
            "a$",
            "a|b$",
            "^a|b$",
            "^(a|b)$",
            "^[^a]$",
            "^.$",
            "^.{1,2}$",
            "^a{2}$",
            "^a{0,1}b{0,1}$",
            "^[ab]{1,2}b$",
            "^(?![0-9]+$)[A-Za-z0-9-]{1,16}$",
            "^\\\\p{L}+$",
            "^[$]$",
            "^\\\\$$",
            "^[a-]{1,2}$",
            "^[-a]{1,2}$",
            "^[a-b-c]$",
            "^$",
            "$",
            "^",
            "",
            "^a$$",
            "^a^$",
            "^[\\\\d]{1}$",
            "^\\\\d+$",
            "^\\\\S+$",
            "(?m)^a$",
            "^[+-9]{1,2}$",
            "^a{2,1}$",
            "^[é]$",
            "^[A-Z]{2}$\\n|x",
            "^a-b$",
            "^[a&&b]$",
            "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");

    private static final List<String> TYPES =
            List.of("string", "integer", "number", "boolean", "null", "object", "array");

    private static final Arbitrary<String> COUNTS = Arbitraries.of("0", "1", "2", "3", "2.0");

    private SchemaTexts() {}

    static Arbitrary<String> schemas(int depth) {
        Arbitrary<String> rules = ruleSets(depth);
        return Arbitraries.integers()
                .between(0, 15)
                .flatMap(chance -> chance == 0 ? Arbitraries.of("true", "false", "{}") : rules);
    }

    private static Arbitrary<String> ruleSets(int depth) {
        Map<String, Arbitrary<String>> rules = new LinkedHashMap<>(flat());
        if (depth > 0) {
            rules.putAll(nesting(schemas(depth - 1)));
        }
        return Arbitraries.of(rules.keySet()).set().ofMinSize(1).ofMaxSize(4).flatMap(keywords -> {
            List<Arbitrary<String>> members = new ArrayList<>();
            keywords.forEach(keyword ->
                    members.add(rules.getOrDefault(keyword, COUNTS).map(rule -> '"' + keyword + "\":" + rule)));
            return Combinators.combine(members).as(texts -> "{" + String.join(",", texts) + "}");
        });
    }

    private static Map<String, Arbitrary<String>> flat() {
        Map<String, Arbitrary<String>> rules = new LinkedHashMap<>();
        rules.put("type", Arbitraries.oneOf(quoted(TYPES), ValueTexts.arrays(quoted(TYPES), 1)));
        rules.put("enum", ValueTexts.arrays(ValueTexts.values(1), 1));
        rules.put("const", ValueTexts.values(1));
        rules.put("pattern", quoted(PATTERNS));
        rules.put("format", quoted(List.of("date", "date-time", "uuid", "email", "ipv4")));
        rules.put("multipleOf", Arbitraries.of("2", "0.5"));
        rules.put("uniqueItems", Arbitraries.of("true", "false"));
        rules.put("required", ValueTexts.arrays(quoted(ValueTexts.NAMES), 0));
        rules.put("dependentRequired", ValueTexts.objects(ValueTexts.arrays(quoted(ValueTexts.NAMES), 0), 1));
        rules.put("title", quoted(List.of("a title")));
        rules.put("x-weir-privacy", quoted(List.of("none")));
        for (String bound : List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")) {
            rules.put(bound, ValueTexts.numbers());
        }
        for (String bound : List.of("Length", "Items", "Properties")) {
            rules.put("min" + bound, COUNTS);
            rules.put("max" + bound, COUNTS);
        }
        return rules;
    }

    private static Map<String, Arbitrary<String>> nesting(Arbitrary<String> schemas) {
        Map<String, Arbitrary<String>> rules = new LinkedHashMap<>();
        for (String one : List.of("items", "additionalProperties", "not", "if", "then", "contains", "propertyNames")) {
            rules.put(one, schemas);
        }
        for (String several : List.of("properties", "patternProperties", "dependentSchemas")) {
            rules.put(several, ValueTexts.objects(schemas, 1));
        }
        for (String several : List.of("allOf", "anyOf", "oneOf", "prefixItems")) {
            rules.put(several, ValueTexts.arrays(schemas, 1));
        }
        return rules;
    }

    private static Arbitrary<String> quoted(List<String> texts) {
        return Arbitraries.of(texts).map(text -> '"' + text + '"');
    }
}
