package dev.weir.schemas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Rates;
import dev.weir.core.event.Purpose;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Compiles one product: what it decides once, and its events.
final class ProductCompiler {

    private final Sources sources;
    private final Problems problems;
    private final StoredEnvelope stored;

    ProductCompiler(Sources sources, Problems problems, StoredEnvelope stored) {
        this.sources = sources;
        this.problems = problems;
        this.stored = stored;
    }

    /// The product of a folder. Its events are checked even where the product itself is broken.
    ObjectNode compile(Path folder) {
        ObjectNode product = JsonNodeFactory.instance.objectNode();
        sources.read(folder.resolve("product.yaml")).ifPresent(source -> {
            boolean readable = Shape.PRODUCT.fits(source, problems);
            types(folder);
            ObjectNode events = events(folder, source.json());
            product.set("events", events);
            if (readable) {
                nameIsTheFolder(source, Sources.name(folder));
                settings(source, events, product);
            }
        });
        return product;
    }

    private void types(Path folder) {
        Path types = folder.resolve("types.json");
        if (Files.exists(types)) {
            sources.read(types).ifPresent(source -> Shape.JSON_SCHEMA.fits(source, problems));
        }
    }

    private ObjectNode events(Path folder, JsonNode product) {
        Set<String> purposes = DialectCompiler.purposes(product.path("dialect"));
        purposes.addAll(names(product.path("consent").path("without")));
        purposes.add(Purpose.ESSENTIAL.name());
        References references = new References(sources, problems, folder);
        return new EventCompiler(sources, problems, references, purposes, names(product.path("retention")))
                .compile(folder.resolve("events"));
    }

    private void settings(SourceFile source, ObjectNode events, ObjectNode product) {
        ObjectNode json = source.json();
        Place at = source.place();
        JsonNode dialect = json.path("dialect");
        product.set("dialect", new DialectCompiler(stored, events, problems).compile(dialect, at.child("dialect")));
        product.set("limits", limits(json.path("limits"), at.child("limits")));
        product.set(
                "consent",
                new ConsentCompiler(stored, problems, DialectCompiler.purposes(dialect), purposes(events))
                        .compile(json.path("consent"), at.child("consent")));
        product.set("pii", new PiiCompiler(problems).compile(json.path("pii"), at.child("pii")));
        product.set("retention", json.path("retention"));
        if (json.has("identity_retention")) {
            product.set("identity_retention", json.path("identity_retention"));
        }
        product.set(
                "lookups",
                new LookupCompiler(stored, events, problems).compile(json.path("lookups"), at.child("lookups")));
        product.set(
                "counters",
                new CounterCompiler(stored, events, problems).compile(json.path("counters"), at.child("counters")));
    }

    private ObjectNode limits(JsonNode limits, Place at) {
        ObjectNode compiled = JsonNodeFactory.instance.objectNode();
        compiled.set("events", limits.path("events"));
        compiled.set("bytes", limits.path("bytes"));
        Duration skew = Duration.parse(limits.path("clock_skew").asText());
        compiled.put("clock_skew_seconds", Math.toIntExact(skew.toSeconds()));
        if (limits.has("payload_bytes")) {
            compiled.set("payload_bytes", limits.path("payload_bytes"));
        }
        if (limits.has("rate")) {
            compiled.set("rate", rate(limits, at.child("rate")));
        }
        return compiled;
    }

    private JsonNode rate(JsonNode limits, Place at) {
        Map<String, Long> numbers = new HashMap<>();
        limits.path("rate").forEachEntry((name, number) -> numbers.put(name, number.asLong()));
        try {
            Rates.DEFAULT.with(numbers).holding(limits.path("events").asInt());
        } catch (IllegalArgumentException e) {
            problems.report(at, String.valueOf(e.getMessage()), "allow more a second, or a longer burst");
        }
        return limits.path("rate");
    }

    /// What the events of a product are collected for.
    private static Set<String> purposes(ObjectNode events) {
        Set<String> purposes = new TreeSet<>();
        for (JsonNode versions : events) {
            versions.forEach(event -> purposes.add(event.path("purpose").asText()));
        }
        return purposes;
    }

    private void nameIsTheFolder(SourceFile source, String folder) {
        if (!source.json().path("name").asText().equals(folder)) {
            problems.report(source.place().child("name"), "does not agree with the file's path", "make it " + folder);
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
