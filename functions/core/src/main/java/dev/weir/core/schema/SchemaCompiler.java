package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the checks for the rules of a schema.
final class SchemaCompiler {

    /// Keywords that are decided together, cheapest and most telling first.
    private record Rule(Set<String> keywords, Function<JsonNode, Check> check) {

        boolean isIn(JsonNode schema) {
            return keywords.stream().anyMatch(schema::has);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(Set.of("type"), Types::of),
            new Rule(Set.of("enum", "const"), Values::of),
            new Rule(Set.of("minLength", "maxLength"), Lengths::of),
            new Rule(Set.of("pattern"), Matching::of),
            new Rule(Set.of("format"), Format::of),
            new Rule(Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), Range::of),
            new Rule(Set.of("minProperties", "maxProperties"), MemberCount::of),
            new Rule(Set.of("properties", "required"), Members::of),
            new Rule(Set.of("additionalProperties"), Others::of),
            new Rule(Set.of("dependentRequired"), Dependents::of),
            new Rule(Set.of("items", "minItems", "maxItems"), Items::of),
            new Rule(Set.of("uniqueItems"), Distinct::of));

    /// What says something about a schema and nothing about a value. Definitions count by being referred to.
    private static final Set<String> SILENT = Set.of(
            "$id",
            "$comment",
            "$defs",
            "title",
            "description",
            "default",
            "examples",
            "deprecated",
            "readOnly",
            "writeOnly");

    private static final Set<String> KNOWN = Stream.concat(
                    SILENT.stream(), RULES.stream().flatMap(rule -> rule.keywords().stream()))
            .collect(Collectors.toUnmodifiableSet());

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private SchemaCompiler() {}

    static Check check(JsonNode schema) {
        if (schema.isBoolean()) {
            return schema.booleanValue() ? Fixed.PASS : Fixed.DOUBT;
        }
        if (!schema.isObject() || !isKnown(schema)) {
            return Fixed.DOUBT;
        }
        List<Check> checks = new ArrayList<>();
        RULES.stream()
                .filter(rule -> rule.isIn(schema))
                .forEach(rule -> checks.add(rule.check().apply(schema)));
        return Every.of(checks);
    }

    private static boolean isKnown(JsonNode schema) {
        return schema.properties().stream().allMatch(keyword -> isKnown(keyword.getKey(), keyword.getValue()));
    }

    private static boolean isKnown(String keyword, JsonNode rule) {
        return KNOWN.contains(keyword)
                || keyword.startsWith("x-weir-")
                || (keyword.equals("$schema") && DIALECT.equals(rule.textValue()));
    }
}
