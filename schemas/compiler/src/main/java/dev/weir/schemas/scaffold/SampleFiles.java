package dev.weir.schemas.scaffold;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Purpose;
import java.util.ArrayList;
import java.util.List;

/// The samples of a new event: one that is accepted, one that is rejected, one that is dropped where it can be refused.
final class SampleFiles {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final NewEvent event;
    private final Terms terms;
    private final JsonNode form;

    SampleFiles(NewEvent event, Terms terms, JsonNode form) {
        this.event = event;
        this.terms = terms;
        this.form = form;
    }

    /// @param anonymised whether the event is kept without identities where it is refused
    List<NewFile> all(boolean anonymised) {
        List<NewFile> files = new ArrayList<>();
        files.addAll(sample(event.name() + "/accepted", List.of(sent("accepted")), accepted()));
        files.addAll(sample(event.name() + "/rejected", List.of(wrong()), rejected()));
        if (!terms.purpose().equals(Purpose.ESSENTIAL.name()) && !anonymised) {
            files.addAll(sample(event.name() + "/dropped", List.of(refused()), dropped()));
        }
        return files;
    }

    /// A request and what must come of it, at a path below the product's samples.
    List<NewFile> sample(String path, List<ObjectNode> events, ObjectNode outcome) {
        ObjectNode request = JSON.objectNode();
        request.putArray("events").addAll(events);
        String file = event.product() + "/" + path;
        return List.of(NewFile.json(file + ".request.json", request), NewFile.json(file + ".outcome.json", outcome));
    }

    /// The event with consent to its purpose, as it should be sent.
    ObjectNode sent(String sample) {
        ObjectNode sent =
                new SampleEvent(form).named(event.name(), event.product() + "/" + event.name() + "/" + sample);
        consent(sent, true);
        set(sent, EventFile.OUTCOME, JSON.textNode("done"));
        return sent;
    }

    void set(ObjectNode sent, String property, JsonNode value) {
        SampleEvent.put(sent, JsonPointer.compile(pointer(property)), value);
    }

    String pointer(String property) {
        return form.path("properties").asText() + "/" + property;
    }

    ObjectNode outcome(String description, int status) {
        return JSON.objectNode()
                .put("description", description)
                .put("credential", terms.source().label())
                .put("status", status);
    }

    ObjectNode accepted() {
        ObjectNode outcome = outcome("It says how it ended, and nothing else is asked of it.", 200);
        outcome.putArray("results").addObject().put("status", "accepted");
        return outcome;
    }

    private ObjectNode wrong() {
        ObjectNode sent = sent("rejected");
        set(sent, EventFile.OUTCOME, JSON.numberNode(7));
        return sent;
    }

    private ObjectNode rejected() {
        ObjectNode outcome = outcome("It says how it ended with a number.", 200);
        ObjectNode result = outcome.putArray("results")
                .addObject()
                .put("status", "rejected")
                .put("reason", "invalid");
        result.putArray("violations").addObject().put("pointer", pointer(EventFile.OUTCOME));
        return outcome;
    }

    private ObjectNode refused() {
        ObjectNode sent = sent("dropped");
        consent(sent, false);
        return sent;
    }

    private ObjectNode dropped() {
        ObjectNode outcome = outcome("Its purpose, " + terms.purpose() + ", was refused.", 200);
        outcome.putArray("results").addObject().put("status", "dropped").put("reason", "no_consent_" + terms.purpose());
        return outcome;
    }

    private void consent(ObjectNode sent, boolean given) {
        JsonNode flag = form.path("consent").path(terms.purpose());
        if (flag.isTextual()) {
            SampleEvent.put(sent, JsonPointer.compile(flag.asText()), JSON.booleanNode(given));
        }
    }
}
