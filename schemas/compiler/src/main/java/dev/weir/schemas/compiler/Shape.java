package dev.weir.schemas.compiler;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// The form that a kind of source must have: itself a JSON Schema, whose descriptions say what to do. They are the ones
/// that editors check by, in `schemas/meta`.
final class Shape {

    /// What puts the shapes together, for editors, which check a file as a whole. The compiler checks part by part.
    private static final List<String> COMPOSITION = List.of("allOf", "if", "then", "else");

    /// What every JSON Schema 2020-12 must look like, regular expressions included.
    static final Shape JSON_SCHEMA = load("json.schema.json");

    static final Shape PRODUCT = load("product.schema.json");

    /// A dialect that is a list of forms, with what the forms have beside what [#FORM] says.
    static final Shape DIALECT = load("dialect.schema.json");

    /// One form of a dialect, less its name and condition.
    static final Shape FORM = load("form.schema.json");

    static final Shape EVENT = load("event.schema.json");

    /// Keywords whose complaint is about a member, which the error names apart.
    private static final Set<String> ABOUT_A_MEMBER = Set.of("required", "additionalProperties");

    private final JsonNode rules;
    private final Schema schema;

    private Shape(JsonNode rules) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .build();
        this.rules = rules;
        this.schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(config))
                .getSchema(rules);
    }

    private static Shape load(String resource) {
        try (InputStream file = Objects.requireNonNull(Shape.class.getResourceAsStream(resource), resource)) {
            JsonNode rules = new JsonMapper().readTree(file);
            takeApart(rules);
            return new Shape(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void takeApart(JsonNode rules) {
        if (rules instanceof ObjectNode object) {
            object.remove(COMPOSITION);
        }
        rules.forEach(Shape::takeApart);
    }

    /// Whether a source has this form; what it lacks is reported.
    boolean fits(SourceFile source, Problems problems) {
        return fits(source.json(), source.place(), problems);
    }

    /// Whether a part of a source has this form; what it lacks is reported.
    boolean fits(JsonNode part, Place at, Problems problems) {
        List<Error> errors = schema.validate(part);
        for (Error error : errors) {
            String pointer = pointer(error);
            problems.report(at.append(pointer), error.getMessage(), remedy(JsonPointer.compile(pointer)));
        }
        return errors.isEmpty();
    }

    private static String pointer(Error error) {
        String at = error.getInstanceLocation().toString();
        return ABOUT_A_MEMBER.contains(error.getKeyword())
                ? at + JsonPointer.empty().appendProperty(error.getProperty())
                : at;
    }

    private String remedy(JsonPointer at) {
        JsonNode rule = rules;
        String remedy = rule.path("description").asText();
        for (JsonPointer rest = at; !rest.matches(); rest = rest.tail()) {
            rule = below(rule, rest.getMatchingProperty());
            remedy = rule.path("description").asText(remedy);
        }
        return remedy;
    }

    private static JsonNode below(JsonNode rule, String name) {
        JsonNode named = rule.path("properties").path(name);
        if (!named.isMissingNode()) {
            return named;
        }
        return rule.path(rule.has("items") ? "items" : "additionalProperties");
    }
}
