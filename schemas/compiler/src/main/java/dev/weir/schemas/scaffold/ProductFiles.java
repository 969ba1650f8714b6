package dev.weir.schemas.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/// What a new product begins with: its settings, an event of its apps, and a sample for each of its rules.
final class ProductFiles {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Terms TERMS = new Terms("analytics", Source.CLIENT, "app", "standard");
    private static final int EVENTS = 20;
    private static final int BYTES = 102_400;

    private final SampleFiles samples;

    private ProductFiles(SampleFiles samples) {
        this.samples = samples;
    }

    /// `product.yaml` and the event, below the folder of schemas.
    static List<NewFile> schemas(String product) throws IOException {
        NewEvent event = event(product);
        return List.of(
                new NewFile(product + "/product.yaml", settings(product)),
                NewFile.json(EventFile.path(event), EventFile.of(event, TERMS)));
    }

    /// Samples, below their folder.
    ///
    /// @param form of the compiled product
    static List<NewFile> samples(String product, JsonNode form) {
        ProductFiles files = new ProductFiles(new SampleFiles(event(product), TERMS, form));
        List<NewFile> all = new ArrayList<>(files.samples.all(false));
        all.addAll(files.otherSource());
        all.addAll(files.unknownProperty());
        all.addAll(files.personalData());
        all.addAll(files.tooManyEvents());
        all.addAll(files.tooManyBytes());
        return all;
    }

    private static NewEvent event(String product) {
        return new NewEvent(product, "app.opened", NewEvent.Wishes.NONE);
    }

    private static String settings(String product) throws IOException {
        try (InputStream file = Objects.requireNonNull(ProductFiles.class.getResourceAsStream("product.yaml"))) {
            String title = product.substring(0, 1).toUpperCase(Locale.ROOT)
                    + product.substring(1).replace('-', ' ');
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{name}}", "\"" + product + "\"")
                    .replace("{{title}}", "\"" + title + "\"");
        }
    }

    private List<NewFile> otherSource() {
        ObjectNode outcome = samples.outcome("Events of apps are not taken from a backend.", 200)
                .put("credential", Source.SERVER.label());
        outcome.putArray("results").addObject().put("status", "rejected").put("reason", "source_not_allowed");
        return samples.sample("envelope/server_key", List.of(samples.sent("server_key")), outcome);
    }

    private List<NewFile> unknownProperty() {
        ObjectNode sent = samples.sent("unknown_property_stripped");
        samples.set(sent, "shoe_size", JSON.numberNode(42));
        return samples.sample(
                "envelope/unknown_property_stripped",
                List.of(sent),
                redacted(
                        "A property that the schema does not know: kept without it.",
                        "shoe_size",
                        "unknown",
                        "removed"));
    }

    private List<NewFile> personalData() {
        ObjectNode sent = samples.sent("pii_stripped");
        samples.set(sent, EventFile.NOTE, JSON.textNode("write to jane.roe@example.com"));
        return samples.sample(
                "envelope/pii_stripped",
                List.of(sent),
                redacted("An e-mail address in free text: masked.", EventFile.NOTE, "email", "masked"));
    }

    private ObjectNode redacted(String description, String property, String found, String action) {
        ObjectNode outcome = samples.outcome(description, 200);
        ObjectNode result = outcome.putArray("results").addObject().put("status", "accepted");
        result.putObject("receipt")
                .putArray("redactions")
                .addObject()
                .put("pointer", samples.pointer(property))
                .put("found", found)
                .put("action", action);
        return outcome;
    }

    private List<NewFile> tooManyEvents() {
        List<ObjectNode> events = IntStream.rangeClosed(0, EVENTS)
                .mapToObj(number -> samples.sent("too_many_events/" + number))
                .toList();
        return samples.sample(
                "envelope/too_many_events",
                events,
                samples.outcome("One event more than a request may have: nothing of it is taken.", 413));
    }

    private List<NewFile> tooManyBytes() {
        ObjectNode sent = samples.sent("body_too_large");
        samples.set(sent, EventFile.NOTE, JSON.textNode("x".repeat(BYTES)));
        return samples.sample(
                "envelope/body_too_large",
                List.of(sent),
                samples.outcome("More bytes than a request may have: nothing of it is taken.", 413));
    }
}
