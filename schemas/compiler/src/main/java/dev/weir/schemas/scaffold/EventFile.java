package dev.weir.schemas.scaffold;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.PrivacyClass;
import java.util.Locale;

/// The first version of an event: its terms, and two properties that show what a property must say.
final class EventFile {

    /// A property of few values; required.
    static final String OUTCOME = "outcome";

    /// A property of free text, where personal data is masked.
    static final String NOTE = "note";

    private static final String PRIVACY = "x-weir-privacy";

    private EventFile() {}

    static ObjectNode of(NewEvent event, Terms terms) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$id", "https://weir.dev/schemas/" + path(event));
        schema.put("title", title(event.name()));
        schema.put("description", "Say when it is sent. Without " + OUTCOME + " it does not say how it ended.");
        schema.put("$comment", "Say why it may be collected for this purpose, and which rules are yours.");
        schema.put("x-weir-event", event.name());
        schema.put("x-weir-version", 1);
        schema.put("x-weir-purpose", terms.purpose());
        schema.put("x-weir-category", terms.category());
        schema.putArray("x-weir-sources").add(terms.source().label());
        schema.put("x-weir-retention", terms.retention());
        schema.put("type", "object");
        properties(schema.putObject("properties"));
        schema.putArray("required").add(OUTCOME);
        return schema;
    }

    /// Where it is, below the folder of schemas.
    static String path(NewEvent event) {
        return event.product() + "/events/" + event.name() + "/1.json";
    }

    private static void properties(ObjectNode properties) {
        ObjectNode outcome = properties.putObject(OUTCOME);
        outcome.put("description", "How it ended.").put("type", "string");
        outcome.putArray("enum").add("done").add("failed");
        outcome.put(PRIVACY, PrivacyClass.NONE.label());
        properties
                .putObject(NOTE)
                .put("description", "What was said about it, in free text; personal data in it is masked.")
                .put("type", "string")
                .put("maxLength", 500)
                .put(PRIVACY, PrivacyClass.FREE_TEXT.label());
    }

    /// `cart.item_added` is Cart item added.
    private static String title(String name) {
        String words = name.replaceAll("[._]+", " ").strip();
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
