package dev.weir.core.schema;

import com.fasterxml.jackson.databind.JsonNode;

/// A JSON Schema 2020-12 with asserted formats, made into a decision without garbage: a value that passes is valid. One
/// that does not is doubted, and may be valid all the same; only a validator can tell, and say what is wrong.
///
/// Known are `type`, `enum`, `const`, the lengths, `pattern`, the formats `date`, `date-time` and `uuid`, the bounds,
/// `items` and its counts, `uniqueItems`, `properties`, `required`, `additionalProperties`, `dependentRequired` and the
/// counts of properties. A schema with any other rule is doubted whatever the value, `$ref` included; the schemas
/// around
/// it are not. So each of these checks only ever asks for more than its rule does. That must stay so: a rule that can
/// be
/// met because another one is not (`not`, `oneOf`, `if`) may not be built from them.
///
/// Immutable.
public sealed interface Check
        permits CharRuns,
                Dependents,
                Distinct,
                Every,
                Fixed,
                Format,
                Items,
                Lengths,
                Matching,
                MemberCount,
                Members,
                Others,
                Range,
                Types,
                Values {

    /// Whether a value is valid for certain.
    boolean passes(JsonNode value);

    /// The check of a schema. A schema that makes no sense is one that nothing passes.
    static Check of(JsonNode schema) {
        return SchemaCompiler.check(schema);
    }
}
