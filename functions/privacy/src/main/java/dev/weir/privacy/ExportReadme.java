package dev.weir.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.EventPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What each field of the events in a file means, in words of the catalog, for the person whose events they are.
final class ExportReadme {

    private static final String ENVELOPE = "/weir/envelope.avsc";

    private final Catalog catalog;
    private final Request request;
    private final TreeMap<String, TreeSet<Integer>> seen = new TreeMap<>();
    private final TreeSet<String> fields = new TreeSet<>();

    ExportReadme(Catalog catalog, Request request) {
        this.catalog = catalog;
        this.request = request;
    }

    /// Makes sure that an event is explained.
    void learn(ObjectNode event) {
        seen.computeIfAbsent(event.path("event_name").asText(), unseen -> new TreeSet<>())
                .add(event.path("schema_version").asInt());
        event.fieldNames().forEachRemaining(fields::add);
    }

    /// @param unreadable records that could be anybody's
    String text(long events, long unreadable) {
        StringBuilder text = new StringBuilder();
        head(text, events, unreadable);
        text.append("\n## Fields of every event\n\n");
        descriptions().forEach((field, words) -> {
            if (fields.contains(field)) {
                text.append("- `").append(field).append("`: ").append(words).append('\n');
            }
        });
        text.append("\n## Events\n");
        seen.forEach((name, versions) -> versions.forEach(version -> event(text, name, version)));
        return text.toString();
    }

    private void head(StringBuilder text, long events, long unreadable) {
        String product = request.grant().product();
        text.append("# Events of ").append(product).append("\n\n");
        text.append(events)
                .append(" events that were received until ")
                .append(request.subject().until())
                .append(", each once.\n\n");
        text.append("- `events.ndjson` has one event a line, as JSON.\n");
        text.append(
                        "- `events.csv` has one event a row. A column is a field, or a property by its path. Lists are JSON.")
                .append(" Import it as text: a cell that begins with `=`, `+`, `-` or `@` is no formula.\n\n");
        text.append("Identifiers are pseudonyms: the same one stands for the same person, device or session.\n");
        if (request.type() == RequestType.PORTABILITY) {
            text.append("\nThis is what you have provided: events that your apps have sent, without what was added to")
                    .append(" them or derived from them, and without events of other senders.\n");
        }
        if (!request.demand().scope().isAll()) {
            text.append("\nThe request was for some purposes or events only.\n");
        }
        if (unreadable > 0) {
            text.append("\nNot here: ")
                    .append(unreadable)
                    .append(" records that nobody can read, and of which nobody knows whose they are.\n");
        }
    }

    private void event(StringBuilder text, String name, int version) {
        text.append("\n### `")
                .append(name)
                .append("`, version ")
                .append(version)
                .append("\n\n");
        catalog.product(request.grant().product())
                .flatMap(product -> product.version(name, version))
                .ifPresentOrElse(
                        policy -> describe(text, policy), () -> text.append("The catalog has this event no longer.\n"));
    }

    private static void describe(StringBuilder text, EventPolicy policy) {
        JsonNode source = policy.schema().source();
        text.append(source.path("description").asText()).append("\n\n");
        text.append("Collected for `")
                .append(policy.terms().purpose().name())
                .append("`, kept for ")
                .append(policy.terms().retention().keep())
                .append(" (class `")
                .append(policy.terms().retention().name())
                .append("`).\n\n");
        properties(text, "", source.path("properties"));
    }

    private static void properties(StringBuilder text, String at, JsonNode properties) {
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            JsonNode schema = property.getValue();
            String words =
                    schema.path("description").asText(schema.path("title").asText());
            text.append("- `properties.").append(at).append(property.getKey()).append("`: ");
            text.append(words.isEmpty() ? "not described" : words).append('\n');
            JsonNode inner = schema.has("items") ? schema.path("items") : schema;
            properties(text, at + property.getKey() + ".", inner.path("properties"));
        }
    }

    /// As the Avro schema of the envelope has them, which is derived from the same source as the catalog.
    private static Map<String, String> descriptions() {
        Map<String, String> words = new LinkedHashMap<>();
        try (InputStream envelope = ExportReadme.class.getResourceAsStream(ENVELOPE)) {
            if (envelope == null) {
                throw new IllegalStateException("no envelope at " + ENVELOPE + "; build the module schemas");
            }
            for (JsonNode field : new JsonMapper().readTree(envelope).path("fields")) {
                words.put(field.path("name").asText(), field.path("doc").asText());
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + ENVELOPE, e);
        }
        words.putIfAbsent("properties", "What the event says of what happened; see the event below.");
        return words;
    }
}
