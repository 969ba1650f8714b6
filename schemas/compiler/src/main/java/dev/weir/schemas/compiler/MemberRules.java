package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.weir.core.event.PrivacyClass;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the members of properties must be, for the compiled policies to cover them: declared where the policies are
/// taken from, or of a class that needs no declaration.
final class MemberRules {

    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> PARTS = List.of("if", "then", "else", "not");
    private static final Set<String> OPEN =
            Set.of(PrivacyClass.FREE_TEXT.label(), PrivacyClass.QUASI.label(), PrivacyClass.SENSITIVE.label());

    private final Problems problems;

    MemberRules(Problems problems) {
        this.problems = problems;
    }

    void check(JsonNode event, Place at) {
        namesAreColumns(event.path("properties"), at.child("properties"));
        members(event, at);
    }

    /// Query engines do not tell columns apart by case.
    private void namesAreColumns(JsonNode properties, Place at) {
        Map<String, String> columns = new HashMap<>();
        properties.forEachEntry((name, _) -> {
            String other = columns.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                problems.report(at.child(name), "differs from '" + other + "' in case only", "rename one of them");
            }
        });
    }

    private void members(JsonNode object, Place at) {
        conditions(object, object, at);
        object.path("properties").forEachEntry((name, property) -> {
            Place here = at.child("properties").child(name);
            openHasAClass(property, here);
            if (property.has("properties")) {
                members(property, here);
            } else if (property.path("items").has("properties")) {
                conditions(property, property, here);
                members(property.path("items"), here.child("items"));
            } else {
                within(property, MissingNode.getInstance(), here);
            }
        });
    }

    private void openHasAClass(JsonNode property, Place at) {
        if (OpenValues.allows(property)
                && !OPEN.contains(property.path(PropertyRules.PRIVACY).asText())) {
            problems.report(
                    at,
                    "may hold members that nobody has declared",
                    "declare its properties, or make its " + PropertyRules.PRIVACY + " free_text, quasi or sensitive");
        }
    }

    /// Alternatives and conditions may narrow what is declared beside them; what only they name has no policy.
    private void conditions(JsonNode part, JsonNode declared, Place at) {
        for (String keyword : LISTS) {
            for (int i = 0; i < part.path(keyword).size(); i++) {
                within(part.path(keyword).path(i), declared, at.child(keyword).child(i));
            }
        }
        for (String keyword : PARTS) {
            if (part.has(keyword)) {
                within(part.path(keyword), declared, at.child(keyword));
            }
        }
        part.path("dependentSchemas")
                .forEachEntry((name, schema) ->
                        within(schema, declared, at.child("dependentSchemas").child(name)));
    }

    private void within(JsonNode part, JsonNode declared, Place at) {
        part.path("properties").forEachEntry((name, property) -> {
            Place here = at.child("properties").child(name);
            if (declared.path("properties").has(name)) {
                within(property, declared.path("properties").path(name), here);
            } else {
                problems.report(
                        here,
                        "is named where no policy is taken from",
                        "declare it, with its class, under the properties of the object that it is a member of");
            }
        });
        if (part.has("items")) {
            within(part.path("items"), declared.path("items"), at.child("items"));
        }
        conditions(part, declared, at);
    }
}
