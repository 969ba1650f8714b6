package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Compiles one product's events: `events/<event_name>/<version>.json`.
final class EventCompiler {

    private static final String URI = "https://weir.dev/schemas/";
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String SAMPLING = "x-weir-sampling";
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)*");
    private static final Pattern VERSION = Pattern.compile("([1-9][0-9]{0,5})\\.json");

    private final Sources sources;
    private final Problems problems;
    private final References references;
    private final Set<String> purposes;
    private final Set<String> retention;

    /// @param purposes what an event may be collected for
    /// @param retention the product's retention classes
    EventCompiler(
            Sources sources, Problems problems, References references, Set<String> purposes, Set<String> retention) {
        this.sources = sources;
        this.problems = problems;
        this.references = references;
        this.purposes = purposes;
        this.retention = retention;
    }

    /// Events by name, and of each its versions by number.
    ObjectNode compile(Path folder) {
        ObjectNode events = JsonNodeFactory.instance.objectNode();
        for (Path event : sources.list(folder)) {
            String name = Sources.name(event);
            if (!NAME.matcher(name).matches()) {
                problems.report(
                        sources.place(event),
                        "is not an event name",
                        "use lower case, digits and underscores, with dots between: playback.started");
            }
            events.set(name, versions(event));
        }
        return events;
    }

    private ObjectNode versions(Path event) {
        ObjectNode versions = JsonNodeFactory.instance.objectNode();
        List<Path> files = sources.list(event);
        if (files.isEmpty()) {
            problems.report(sources.place(event), "has no version", "add 1.json, or remove the folder");
        }
        for (Path file : files) {
            var version = VERSION.matcher(Sources.name(file));
            if (version.matches()) {
                String number = version.group(1);
                sources.read(file)
                        .ifPresent(source -> versions.set(number, event(source, Sources.name(event), number)));
            } else {
                problems.report(
                        sources.place(file), "is not a version of an event", "name it <version>.json, such as 1.json");
            }
        }
        return versions;
    }

    private ObjectNode event(SourceFile source, String name, String version) {
        if (Shape.JSON_SCHEMA.fits(source, problems)) {
            Shape.EVENT.fits(source, problems);
        }
        ObjectNode schema = references.inlined(source);
        new PropertyRules(problems).check(schema, source.place());
        new MemberRules(problems).check(schema, source.place());
        same(source, "x-weir-event", name);
        same(source, "x-weir-version", version);
        same(source, "$id", URI + source.place().file());
        oneOf(source, "x-weir-purpose", purposes, "product.yaml lists purposes under a dialect's consent");
        oneOf(source, "x-weir-retention", retention, "product.yaml lists classes under retention");
        return compiled(schema);
    }

    private ObjectNode compiled(ObjectNode schema) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        for (String term : new String[] {"purpose", "category", "sources", "retention"}) {
            event.set(term, schema.path("x-weir-" + term));
        }
        if (schema.has(SAMPLING)) {
            event.set("sampling", schema.path(SAMPLING));
        }
        event.set("schema", schema.put("$schema", DIALECT));
        event.set("properties", PropertyPolicies.of(schema));
        return event;
    }

    private void same(SourceFile source, String member, String expected) {
        if (source.json().has(member) && !source.json().path(member).asText().equals(expected)) {
            problems.report(source.place().child(member), "does not agree with the file's path", "make it " + expected);
        }
    }

    private void oneOf(SourceFile source, String member, Set<String> known, String where) {
        String word = source.json().path(member).asText();
        if (source.json().has(member) && !known.contains(word)) {
            problems.report(
                    source.place().child(member),
                    "'" + word + "' is not known to the product",
                    "use one of " + known + "; " + where);
        }
    }
}
