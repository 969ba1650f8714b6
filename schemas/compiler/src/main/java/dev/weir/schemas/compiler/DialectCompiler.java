package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Compiles how a product's envelope maps to ours: in one form, or in several that are tried in order.
final class DialectCompiler {

    private static final String DEFAULT = "default";
    private static final List<String> HEAD = List.of("name", "when");

    private final StoredEnvelope stored;
    private final ObjectNode events;
    private final Problems problems;

    /// @param events the product's events, compiled
    DialectCompiler(StoredEnvelope stored, ObjectNode events, Problems problems) {
        this.stored = stored;
        this.events = events;
        this.problems = problems;
    }

    /// The purposes that a form has the flag of. The dialect need not be of the right shape.
    static Set<String> purposes(JsonNode dialect) {
        Set<String> purposes = new TreeSet<>();
        dialect.path("consent").fieldNames().forEachRemaining(purposes::add);
        for (JsonNode form : dialect.path("forms")) {
            form.path("consent").fieldNames().forEachRemaining(purposes::add);
        }
        return purposes;
    }

    ObjectNode compile(JsonNode dialect, Place at) {
        ObjectNode compiled = JsonNodeFactory.instance.objectNode();
        ArrayNode forms = compiled.putArray("forms");
        if (!dialect.has("forms")) {
            form(dialect, at, head(DEFAULT), forms);
        } else if (Shape.DIALECT.fits(dialect, at, problems)) {
            several(dialect.path("forms"), at.child("forms"), forms);
        }
        return compiled;
    }

    private void several(JsonNode forms, Place at, ArrayNode compiled) {
        Set<String> names = new HashSet<>();
        boolean reached = true;
        for (int i = 0; i < forms.size(); i++) {
            JsonNode form = forms.path(i);
            String name = form.path("name").asText();
            Place here = at.child(i);
            if (!names.add(name)) {
                problems.report(here.child("name"), "'" + name + "' is taken", "give each form a name of its own");
            }
            if (!reached) {
                problems.report(here, "is never reached: every event is of a form above", "move it up");
            }
            reached &= !form.path("when").isEmpty();
            ObjectNode head = head(name);
            form.path("when").forEach(head.withArrayProperty("when")::add);
            form(form.<ObjectNode>deepCopy().without(HEAD), here, head, compiled);
        }
    }

    private static ObjectNode head(String name) {
        ObjectNode head = JsonNodeFactory.instance.objectNode().put("name", name);
        head.putArray("when");
        return head;
    }

    private void form(JsonNode form, Place at, ObjectNode head, ArrayNode compiled) {
        if (Shape.FORM.fits(form, at, problems)) {
            compiled.add(head.setAll(new FormCompiler(stored, events, problems, form, at).compile()));
        }
    }
}
